import { displayDate } from '../domain/clock.ts';
import type { Line } from '../domain/message.ts';
import { fullName } from '../domain/unit.ts';
import { type Command, replied } from './command.ts';
import { documentText } from './diem.ts';
import { askButton, askedScorecard, decisionText, noteLines } from './scorecard.ts';

export const nguon = {
  name: 'nguon',
  summary: 'Số liệu lấy từ văn bản nào',
  usage: ['/nguon Bằng Mạc', '/nguon Tịnh Biên 2016'],
  audience: 'bound',
  isReference: true,
  async handle(request, deps) {
    const asked = await askedScorecard('nguon', request, deps);
    if (!asked.ok) return replied(asked.refusal);
    const { unit, note, evaluation, criteria } = asked.value;
    const document = await deps.stores.documents.find(evaluation.place.documentId);
    const decision = decisionText(evaluation);
    const lines = criteria.map(({ place }) => place.line);
    const described: readonly Line[] =
      document === null
        ? [['Không còn văn bản nguồn trong dữ liệu.']]
        : [
            [{ bold: documentText(document) }],
            [document.title],
            [
              `Ban hành ngày ${displayDate(document.issuedOn)}; số liệu đọc ở mục “${evaluation.place.section}”, dòng ${Math.min(evaluation.place.line, ...lines)}–${Math.max(evaluation.place.line, ...lines)}.`,
            ],
            ...(document.note === null ? [] : [[{ italic: `Lưu ý: ${document.note}` }]]),
          ];
    return replied({
      lines: [
        [{ bold: `📄 Nguồn số liệu năm ${evaluation.year} – ${fullName(unit)}` }],
        ...noteLines(note),
        ...(decision === null ? [] : [[`Công bố: ${decision}`]]),
        ...described,
      ],
      buttons: [
        [
          askButton('Điểm', 'diem', unit.id, evaluation.year),
          askButton('Điểm mất', 'matdiem', unit.id, evaluation.year),
        ],
      ],
    });
  },
} as const satisfies Command;
