/** What the person at the terminal reads; logs go to stderr through pino. */
export const terminal = {
  say: (text: string): void => {
    process.stdout.write(`${text}\n`);
  },
  complain: (text: string): void => {
    process.stderr.write(`${text}\n`);
  },
};
