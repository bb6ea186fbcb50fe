import { displayDate } from '../domain/clock.ts';
import type { OfficialDocument } from '../domain/document.ts';
import type { Criterion } from '../domain/evaluation.ts';
import { isArithmetic } from '../domain/finding.ts';
import type { Line, Reply } from '../domain/message.ts';
import { childrenOf, formatScore, lossOf, resultOf, type Score } from '../domain/score.ts';
import { auditScorecard, findingSentence } from '../domain/score-audit.ts';
import { capitalised, fullName } from '../domain/unit.ts';
import { type Command, replied } from './command.ts';
import {
  type AskedScorecard,
  askButton,
  askedScorecard,
  decisionText,
  noteLines,
  taskButtons,
} from './scorecard.ts';

/** Findings shown with the score; the rest stands under /matdiem. */
const SHOWN_FINDINGS = 3;

export const diem = {
  name: 'diem',
  summary: 'Điểm chỉ số CCHC của một đơn vị',
  usage: ['/diem – điểm của đơn vị trong nhóm này', '/diem Bằng Mạc', '/diem Tịnh Biên 2016'],
  audience: 'bound',
  isReference: true,
  async handle(request, deps) {
    const asked = await askedScorecard('diem', request, deps);
    if (!asked.ok) return replied(asked.refusal);
    const document = await deps.stores.documents.find(asked.value.evaluation.place.documentId);
    return replied(scoreReply(asked.value, document));
  },
} as const satisfies Command;

function scoreReply(asked: AskedScorecard, document: OfficialDocument | null): Reply {
  const { unit, evaluation, criteria, note, place } = asked;
  const where = place === '' ? [] : [[capitalised(place)]];
  return {
    lines: [
      [{ bold: `📊 Chỉ số CCHC năm ${evaluation.year} – ${fullName(unit)}` }],
      ...where,
      ...noteLines(note),
      [],
      totalLine(asked),
      ...selfLine(asked),
      [`Mất: `, { bold: formatScore(lostTotal(asked)) }, ' điểm'],
      ...areaLines(criteria),
      ...sectionLines(criteria),
      ...auditLines(asked),
      [],
      sourceLine(asked, document),
    ],
    buttons: [
      [
        askButton('Điểm mất', 'matdiem', unit.id, evaluation.year),
        ...taskButtons(asked),
        askButton('Nguồn', 'nguon', unit.id, evaluation.year),
      ],
    ],
  };
}

function totalLine({ evaluation }: AskedScorecard): Line {
  const { achieved, max, rank, cohort, grade, version } = evaluation;
  const label =
    version === 'published' ? 'Điểm công bố' : version === 'appraised' ? 'Điểm thẩm định' : 'Điểm tự chấm';
  const rankText =
    rank === null ? '' : ` · hạng ${rank}${cohort === null ? '' : `/${cohort.size} (${cohort.name})`}`;
  const gradeText = grade === null ? '' : ` · ${grade}`;
  return [`${label}: `, { bold: `${formatScore(achieved)}/${formatScore(max)}` }, rankText, gradeText];
}

function selfLine({ evaluation }: AskedScorecard): readonly Line[] {
  const { selfAssessed, achieved } = evaluation;
  if (selfAssessed === null) return [];
  const gap = selfAssessed - achieved;
  const compared =
    gap === 0
      ? 'bằng kết quả'
      : `${gap > 0 ? 'cao hơn' : 'thấp hơn'} kết quả ${formatScore(Math.abs(gap))} điểm`;
  return [[`Tự chấm: ${formatScore(selfAssessed)} (${compared})`]];
}

const lostTotal = ({ evaluation }: AskedScorecard) =>
  evaluation.declaredLost ?? evaluation.max - evaluation.achieved;

function areaLines(criteria: readonly Criterion[]): readonly Line[] {
  const lost = criteria
    .filter(({ rank, section }) => rank === 'area' && section === 'main')
    .flatMap((area) => {
      const loss = lossOf(area);
      return typeof loss === 'number' && loss > 0 ? [{ area, loss }] : [];
    })
    .toSorted((a, b) => b.loss - a.loss);
  if (lost.length === 0) return [];
  return [
    [],
    [{ bold: 'Lĩnh vực mất điểm' }, ' (đạt/tối đa):'],
    ...lost.map(
      ({ area, loss }): Line => [
        `• ${area.title}: `,
        { bold: achievedOfMax(area, criteria) },
        ` (−${formatScore(loss)})`,
      ],
    ),
  ];
}

function achievedOfMax(criterion: Criterion, criteria: readonly Criterion[]): string {
  const result = resultOf(criterion);
  const max = criterion.max;
  const shown = typeof result === 'number' ? formatScore(result) : 'không ghi';
  const figure = typeof max === 'number' ? `${shown}/${formatScore(max)}` : shown;
  const below = result === null ? sumBelow(criterion, criteria) : null;
  return below === null ? figure : `${figure} (các mục cộng ${formatScore(below)})`;
}

/** What the rows below a blank one add up to; null where one of them states nothing either. */
function sumBelow(criterion: Criterion, criteria: readonly Criterion[]): Score | null {
  const children = childrenOf(criterion, criteria);
  if (children.length === 0) return null;
  let sum = 0;
  for (const child of children) {
    const result = resultOf(child);
    const stated = result === 'na' ? 0 : (result ?? sumBelow(child, criteria));
    if (stated === null) return null;
    sum += stated;
  }
  return sum;
}

/** The survey, bonus and penalty parts, each with its own ceiling. */
function sectionLines(criteria: readonly Criterion[]): readonly Line[] {
  const sections = criteria.filter(({ rank }) => rank === 'section');
  if (sections.length === 0) return [];
  return [
    [],
    ...sections.map((section): Line => [`${section.title}: `, { bold: achievedOfMax(section, criteria) }]),
  ];
}

/** Conflicts between figures; what a loss lacks (owner, remedy) stands under /matdiem. */
function auditLines(asked: AskedScorecard): readonly Line[] {
  const findings = auditScorecard(asked).filter(isArithmetic);
  if (findings.length === 0) return [];
  const more = findings.length - SHOWN_FINDINGS;
  return [
    [],
    [{ bold: '⚠️ Số liệu trong văn bản cần kiểm tra:' }],
    ...findings.slice(0, SHOWN_FINDINGS).map((finding): Line => [`• ${findingSentence(finding)}`]),
    ...(more > 0 ? [[`• và ${more} điểm khác, xem “Điểm mất”.`]] : []),
  ];
}

function sourceLine({ evaluation }: AskedScorecard, document: OfficialDocument | null): Line {
  const decision = decisionText(evaluation);
  const read = document === null ? '' : documentText(document);
  if (decision === null) return [{ italic: `Nguồn: ${read}` }];
  return [{ italic: `Nguồn: ${decision}; theo ${read}` }];
}

/** "Kế hoạch số 34/KH-UBND ngày 23/02/2024" */
export function documentText({ kind, number, issuedOn }: OfficialDocument): string {
  const name = { plan: 'Kế hoạch', notice: 'Thông báo', appendix: 'Phụ lục kế hoạch' }[kind];
  return `${name} ${number === null ? '(không ghi số)' : `số ${number}`} ngày ${displayDate(issuedOn)}`;
}
