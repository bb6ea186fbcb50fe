import { areaOf } from '../domain/criterion-tree.ts';
import type { Criterion } from '../domain/evaluation.ts';
import type { Line, Reply } from '../domain/message.ts';
import { formatScore, leafLosses, lossOf } from '../domain/score.ts';
import { auditScorecard, findingSentence } from '../domain/score-audit.ts';
import { fullName } from '../domain/unit.ts';
import { type Command, replied } from './command.ts';
import { type AskedScorecard, askButton, askedScorecard, criterionName, noteLines } from './scorecard.ts';

export const matdiem = {
  name: 'matdiem',
  summary: 'Mất điểm ở đâu, vì sao, ai khắc phục',
  usage: ['/matdiem – của đơn vị trong nhóm này', '/matdiem Bằng Mạc', '/matdiem Tịnh Biên 2016'],
  audience: 'bound',
  async handle(request, deps) {
    const asked = await askedScorecard('matdiem', request, deps);
    return replied(asked.ok ? lossReply(asked.value) : asked.refusal);
  },
} as const satisfies Command;

function lossReply(asked: AskedScorecard): Reply {
  const { unit, evaluation, criteria, note } = asked;
  const losses = leafLosses(criteria);
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
      ...losses.flatMap((criterion) => lossLines(criterion, criteria)),
      ...findingLines(asked),
    ],
    buttons: [
      [askButton('Điểm', 'diem', unit.id, evaluation.year), askButton('Nhiệm vụ', 'nhiemvu', unit.id, null)],
      [askButton('Nguồn', 'nguon', unit.id, evaluation.year)],
    ],
  };
}

function lossNumber(criterion: Criterion): number {
  const loss = lossOf(criterion);
  return typeof loss === 'number' ? loss : 0;
}

function lossLines(criterion: Criterion, criteria: readonly Criterion[]): readonly Line[] {
  const area = areaOf(criterion, criteria);
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
    [`Lý do: ${criterion.reason ?? 'không ghi'}`],
    ownLine('Khắc phục', criterion.remedy, area?.remedy ?? null),
    ownLine('Chủ trì', criterion.owner, area?.owner ?? null),
  ];
}

/** What the text names for an area is shown as the area's, never pinned to the criterion. */
function ownLine(label: string, own: string | null, area: string | null): Line {
  if (own !== null) return [`${label}: ${own}`];
  if (area !== null) return [`${label}: ${area} `, { italic: '(chung cho lĩnh vực)' }];
  return [`${label}: không ghi riêng`];
}

function findingLines(asked: AskedScorecard): readonly Line[] {
  const findings = auditScorecard(asked);
  if (findings.length === 0) return [];
  return [
    [],
    [{ bold: '⚠️ Điểm chưa khớp hoặc còn thiếu trong văn bản:' }],
    ...findings.map((finding): Line => [`• ${findingSentence(finding)}`]),
  ];
}
