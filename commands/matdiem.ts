import { areaOf } from '../domain/criterion-tree.ts';
import type { Criterion } from '../domain/evaluation.ts';
import type { Line, Reply } from '../domain/message.ts';
import { formatScore, leafLosses, lossOf } from '../domain/score.ts';
import { auditScorecard, findingSentences } from '../domain/score-audit.ts';
import { countedCriteria } from '../domain/score-totals.ts';
import { fullName } from '../domain/unit.ts';
import { type Command, replied } from './command.ts';
import {
  type AskedScorecard,
  askButton,
  askedScorecard,
  criterionName,
  noteLines,
  taskButtons,
} from './scorecard.ts';

export const matdiem = {
  name: 'matdiem',
  summary: 'Mất điểm ở đâu, vì sao, ai khắc phục',
  usage: ['/matdiem – của đơn vị trong nhóm này', '/matdiem Bằng Mạc', '/matdiem Tịnh Biên 2016'],
  audience: 'bound',
  isReference: true,
  async handle(request, deps) {
    const asked = await askedScorecard('matdiem', request, deps);
    return replied(asked.ok ? lossReply(asked.value) : asked.refusal);
  },
} as const satisfies Command;

function lossReply(asked: AskedScorecard): Reply {
  const { unit, evaluation, criteria, note } = asked;
  const losses = leafLosses(countedCriteria(asked));
  const areaOfLoss = (criterion: Criterion) => areaOf(criterion, criteria);
  const lostIn = new Set(losses.map(areaOfLoss));
  const areas = criteria.filter((criterion) => lostIn.has(criterion));
  const context: Context = { areaOfLoss, hasReasons: losses.some(({ reason }) => reason !== null) };
  const itemised = losses.reduce((sum, criterion) => sum + lossNumber(criterion), 0);
  const total = evaluation.declaredLost ?? evaluation.max - evaluation.achieved;
  return {
    lines: [
      [{ bold: `📉 Điểm mất năm ${evaluation.year} – ${fullName(unit)}` }],
      ...noteLines(note),
      [
        `${losses.length} mục mất `,
        { bold: formatScore(itemised) },
        ` trong ${formatScore(total)} điểm, xếp từ mất nhiều nhất:`,
      ],
      ...losses.flatMap((criterion) => lossLines(criterion, context)),
      ...areaLines(areas),
      ...findingLines(asked),
    ],
    buttons: [
      [askButton('Điểm', 'diem', unit.id, evaluation.year), ...taskButtons(asked)],
      [askButton('Nguồn', 'nguon', unit.id, evaluation.year)],
    ],
  };
}

type Context = {
  readonly areaOfLoss: (criterion: Criterion) => Criterion | null;
  /** Where the document gives no reason for any loss, one sentence says so instead of a line each. */
  readonly hasReasons: boolean;
};

function lossNumber(criterion: Criterion): number {
  const loss = lossOf(criterion);
  return typeof loss === 'number' ? loss : 0;
}

function lossLines(criterion: Criterion, { areaOfLoss, hasReasons }: Context): readonly Line[] {
  const area = areaOfLoss(criterion);
  const max = typeof criterion.max === 'number' ? `/${formatScore(criterion.max)}` : '';
  const label = criterion.label === 'maintain' ? ' · ghi “duy trì”' : '';
  return [
    [],
    [
      { bold: `−${formatScore(lossNumber(criterion))}${max}` },
      ' · ',
      { bold: criterionName(criterion) },
      label,
    ],
    ...(hasReasons ? [[`Lý do: ${criterion.reason ?? 'không ghi'}`]] : []),
    ...ownLines(criterion, area),
  ];
}

/** What the text names for an area is shown as the area's, never pinned to the criterion. */
function ownLines({ owner, remedy }: Criterion, area: Criterion | null): readonly Line[] {
  const [shownOwner, shownRemedy] = [
    owner ?? areaWord(area?.owner, area),
    remedy ?? areaWord(area?.remedy, area),
  ];
  if (owner === null && remedy === null && shownOwner === shownRemedy) {
    return [[{ italic: `Chủ trì, khắc phục: ${shownOwner}` }]];
  }
  return [[`Chủ trì: ${shownOwner}`], [`Khắc phục: ${shownRemedy}`]];
}

const areaWord = (named: string | null | undefined, area: Criterion | null): string =>
  named == null || area === null ? 'không ghi riêng' : `chung cho lĩnh vực ${area.code}, xem bên dưới`;

/** Each area's own owner and remedy, once, below the losses. */
function areaLines(areas: readonly Criterion[]): readonly Line[] {
  return areas
    .filter(({ owner, remedy }) => owner !== null || remedy !== null)
    .flatMap(({ code, title, owner, remedy }): readonly Line[] => [
      [],
      [{ bold: `Chung cho lĩnh vực ${code}` }, ` – ${title}`],
      [`Chủ trì: ${owner ?? 'không ghi'}`],
      [`Khắc phục: ${remedy ?? 'không ghi'}`],
    ]);
}

function findingLines(asked: AskedScorecard): readonly Line[] {
  const sentences = findingSentences(auditScorecard(asked));
  if (sentences.length === 0) return [];
  return [
    [],
    [{ bold: '⚠️ Điểm chưa khớp hoặc còn thiếu trong văn bản:' }],
    ...sentences.map((sentence): Line => [`• ${sentence}`]),
  ];
}
