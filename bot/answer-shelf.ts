import type { Answer } from '../commands/command.ts';

/** Enough for every unit that is asked about in a day; the oldest go first. */
const KEPT = 500;
const LONGEST_KEY = 400;

/** Answers made of reference data alone, kept until those data change. */
export type AnswerShelf = {
  /** The kept answer of that key, or what `make` gives; forgets everything when the revision is another. */
  readonly take: (revision: string, key: string, make: () => Promise<Answer>) => Promise<Answer>;
};

export function createAnswerShelf(): AnswerShelf {
  let revision = '';
  const answers = new Map<string, Answer>();
  return {
    async take(current, key, make) {
      if (current !== revision) {
        answers.clear();
        revision = current;
      }
      const kept = answers.get(key);
      if (kept !== undefined) return kept;
      const made = await make();
      if (current !== revision || key.length > LONGEST_KEY) return made;
      const [oldest] = answers.keys();
      if (answers.size >= KEPT && oldest !== undefined) answers.delete(oldest);
      answers.set(key, made);
      return made;
    },
  };
}
