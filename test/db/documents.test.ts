import { describe, expect, it } from 'vitest';
import { bacSon2023 } from '../../db/documents/bac-son-2023.ts';
import { bangMac2023 } from '../../db/documents/bang-mac-2023.ts';
import { chuaNeuTen2024 } from '../../db/documents/chua-neu-ten-2024.ts';
import type { DocumentEntry } from '../../db/documents/entry.ts';
import { documentEntries } from '../../db/documents/list.ts';
import { readTable } from '../../db/documents/table.ts';
import { tinhBien2016 } from '../../db/documents/tinh-bien-2016.ts';
import { trieuAn2023 } from '../../db/documents/trieu-an-2023.ts';
import type { Criterion, Section } from '../../domain/evaluation.ts';
import { formatScore, resultOf } from '../../domain/score.ts';
import type { Task } from '../../domain/task.ts';

const criteriaOf = ({ scorecards }: DocumentEntry): readonly Criterion[] =>
  scorecards.flatMap(({ criteria }) => criteria);
const inSection = (entry: DocumentEntry, section: Section) =>
  criteriaOf(entry).filter((row) => row.section === section);
const evaluationOf = ({ scorecards }: DocumentEntry) => scorecards[0]?.evaluation;

/** Lines that each document's text has. */
const LENGTHS: readonly (readonly [DocumentEntry, number])[] = [
  [bangMac2023, 152],
  [trieuAn2023, 243],
  [tinhBien2016, 147],
  [bacSon2023, 107],
  [chuaNeuTen2024, 114],
];

describe.each(LENGTHS)('each row of a document', (entry, length) => {
  const places = [
    ...entry.scorecards.map(({ evaluation }) => evaluation.place),
    ...criteriaOf(entry).map(({ place }) => place),
    ...entry.tasks.map(({ place }) => place),
    ...entry.indicators.map(({ place }) => place),
  ];

  it('knows its document, section and a line in it', () => {
    expect(places.length).toBeGreaterThan(0);
    for (const { documentId, section, line } of places) {
      expect(documentId).toBe(entry.document.id);
      expect(section).not.toBe('');
      expect(line).toBeGreaterThan(2);
      expect(line).toBeLessThanOrEqual(length);
    }
  });

  it('stands below a row that is held, or at the top', () => {
    const keys = new Set(criteriaOf(entry).map(({ section, code }) => `${section}/${code}`));
    const orphans = criteriaOf(entry).filter(
      ({ section, parentCode }) => parentCode !== null && !keys.has(`${section}/${parentCode}`),
    );
    expect(orphans).toEqual([]);
    expect(keys.size).toBe(criteriaOf(entry).length);
  });

  it('belongs to a unit of the document', () => {
    const ids = entry.units.map(({ id }) => id);
    const owners = [entry.document, ...entry.tasks, ...entry.indicators].map(({ unitId }) => unitId);
    expect(owners.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('is numbered in the order of the text', () => {
    expect(entry.tasks.map(({ number }) => number)).toEqual(entry.tasks.map((_, index) => index + 1));
    const lines = entry.tasks.map(({ place }) => place.line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });
});

describe('the units of the documents', () => {
  const units = new Map(documentEntries.flatMap((entry) => entry.units).map((unit) => [unit.id, unit]));

  it('stand below parents that are held and come before them', () => {
    for (const { units: ofDocument } of documentEntries) {
      ofDocument.forEach(({ parentId }, index) => {
        expect(parentId === null || ofDocument.slice(0, index).some(({ id }) => id === parentId)).toBe(true);
      });
    }
  });

  it('are these eleven', () => {
    expect([...units.keys()].toSorted()).toEqual([
      'vn/20',
      'vn/an-giang',
      'vn/an-giang/tinh-bien',
      'vn/bo-noi-vu',
      'vn/chua-neu-ten',
      'vn/lang-son/bac-son',
      'vn/lang-son/chi-lang',
      'vn/lang-son/chi-lang/bang-mac',
      'vn/quang-tri',
      'vn/quang-tri/trieu-phong',
      'vn/quang-tri/trieu-phong/trieu-an',
    ]);
  });

  it('end with June 2025 where they are districts, their communes or merged provinces', () => {
    const stay = [...units.values()].filter(({ validTo }) => validTo === null).map(({ id }) => id);
    expect(stay.toSorted()).toEqual(['vn/20', 'vn/bo-noi-vu']);
  });
});

describe('Bằng Mạc 2023', () => {
  it('is published with 85,82 of 100, rank 3 of 20, against 91,32 assessed by itself', () => {
    expect(evaluationOf(bangMac2023)).toMatchObject({
      version: 'published',
      max: 100_000,
      selfAssessed: 91_320,
      achieved: 85_820,
      declaredLost: 14_180,
      rank: 3,
      cohort: { size: 20 },
      decision: { number: '202/QĐ-UBND', issuedOn: '2024-01-15', issuer: 'UBND huyện Chi Lăng' },
    });
  });

  it('lost points in four areas, whose headings are not their codes', () => {
    const areas = criteriaOf(bangMac2023).filter(({ rank }) => rank === 'area');
    expect(areas.map(({ code, heading, achieved, max }) => [code, heading, achieved, max])).toEqual([
      ['1', null, 14_000, 17_000],
      ['3', '2', 15_000, 18_000],
      ['6', '3', 9000, 10_000],
      ['7', '4', 6820, 13_000],
    ]);
  });

  it('names owners and remedies for the areas alone', () => {
    const rows = criteriaOf(bangMac2023).filter(({ owner, remedy }) => owner !== null || remedy !== null);
    expect(rows.map(({ rank }) => rank)).toEqual(['area', 'area', 'area', 'area']);
  });

  it('orders twelve things of three offices, two of them with dates', () => {
    expect(bangMac2023.tasks).toHaveLength(12);
    expect(deadlines(bangMac2023.tasks)).toEqual([
      [9, 'trong tháng 02/2024'],
      [10, 'định kỳ 6 tháng (trước ngày 15/6/2024) và năm (trước ngày 15/11/2024)'],
    ]);
    expect(bangMac2023.tasks.every(({ lead }) => lead !== null)).toBe(true);
  });
});

const deadlines = (tasks: readonly Task[]) =>
  tasks.filter(({ deadline }) => deadline !== null).map(({ number, deadline }) => [number, deadline]);

describe('Triệu An 2023', () => {
  it('plans 39 tasks in seven sections', () => {
    const counts = new Map<string, number>();
    for (const { place } of trieuAn2023.tasks)
      counts.set(place.section, (counts.get(place.section) ?? 0) + 1);
    expect([...counts.values()]).toEqual([3, 13, 4, 4, 2, 5, 8]);
  });

  it('has 25 continuous tasks and 14 with dates', () => {
    const kinds = trieuAn2023.tasks.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'continuous')).toHaveLength(25);
    expect(kinds.filter((kind) => kind === 'dates')).toHaveLength(14);
  });

  it('holds the inspection plan as NV-34 and a continuous NV-12', () => {
    expect(trieuAn2023.tasks[33]).toMatchObject({
      number: 34,
      stt: '3.',
      lead: 'Văn phòng UBND',
      deadline: 'Quý I/2023',
    });
    expect(trieuAn2023.tasks[11]).toMatchObject({ number: 12, stt: '9.', kind: 'continuous' });
  });

  it('keeps the numbers as they are printed', () => {
    expect([trieuAn2023.tasks[1]?.stt, trieuAn2023.tasks[9]?.stt]).toEqual(['2..', '7']);
  });

  it('joins the rows that a page break split', () => {
    expect(trieuAn2023.tasks[8]).toMatchObject({
      lead: 'Bộ phận TN & TKQ',
      cooperating: 'Các ngành chuyên môn; CBCC xã',
    });
    expect(trieuAn2023.tasks[29]).toMatchObject({ lead: 'Các ngành liên quan thuộc UBND xã' });
  });

  it('leaves no cell of the appendix out', () => {
    const isBlank = ({ product, lead, cooperating, deadline }: Task) =>
      [product, lead, cooperating, deadline].includes(null);
    expect(trieuAn2023.tasks.filter(isBlank)).toEqual([]);
  });
});

describe('Tịnh Biên 2016', () => {
  it('scores 87,65: 63 of 70 and 24,65 of 30 in the survey, rank 8 of 11', () => {
    expect(evaluationOf(tinhBien2016)).toMatchObject({
      achieved: 87_650,
      rank: 8,
      cohort: { size: 11 },
      grade: 'nhóm điều hành tốt',
    });
    const sections = criteriaOf(tinhBien2016).filter(({ rank }) => rank === 'section');
    expect(sections.map((row) => [row.section, resultOf(row), row.max])).toEqual([
      ['main', 63_000, 70_000],
      ['survey', 24_650, 30_000],
    ]);
  });

  it('lost points in areas of 36, 4, 5 and 7 points', () => {
    const areas = criteriaOf(tinhBien2016).filter(({ rank }) => rank === 'area');
    expect(areas.map(({ code, max, lost }) => [code, max, lost])).toEqual([
      ['1', 36_000, 3000],
      ['3', 4000, 500],
      ['5', 5000, 1500],
      ['7', 7000, 2000],
    ]);
  });

  it('has 14 tasks numbered 1 to 13, the 6 twice', () => {
    expect(tinhBien2016.tasks.map(({ stt }) => stt)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      '12',
      '13',
    ]);
  });

  it('takes the office from the heading row, whichever page it stands on', () => {
    const leads = tinhBien2016.tasks.map(({ lead }) => lead?.replace('Phòng ', ''));
    const [noiVu, vanHoa, tuPhap] = ['Nội vụ', 'Văn hóa và Thông tin', 'Tư pháp'];
    expect(leads).toEqual([
      noiVu,
      noiVu,
      noiVu,
      noiVu,
      vanHoa,
      vanHoa,
      vanHoa,
      tuPhap,
      tuPhap,
      tuPhap,
      tuPhap,
      noiVu,
      vanHoa,
      vanHoa,
    ]);
  });

  it('links every task to the criterion that its title names', () => {
    expect(
      tinhBien2016.tasks.filter(
        ({ title, criteria }) => !title.startsWith(`TCTP ${criteria[0]?.code ?? '?'} `),
      ),
    ).toEqual([]);
  });

  it('leaves the one blank deadline blank, and the date in the column of requirements', () => {
    expect(tinhBien2016.tasks.filter(({ deadline }) => deadline === null).map(({ stt }) => stt)).toEqual([
      '13',
    ]);
    expect(tinhBien2016.tasks[4]).toMatchObject({ stt: '5', requirement: 'Quý II năm 2017' });
  });

  it('says that number and name were misread', () => {
    expect(tinhBien2016.document).toMatchObject({
      number: '119/KH-UBND',
      note: expect.stringContaining('419'),
    });
    expect(tinhBien2016.units.at(-1)).toMatchObject({ name: 'Tịnh Biên', aliases: ['Tỉnh Biên'] });
  });
});

describe('Bắc Sơn 2023', () => {
  it('has one hard date: the five offices owe their initiatives by 27/10/2023', () => {
    const dated = bacSon2023.tasks.filter(({ kind }) => kind === 'dates');
    expect(dated).toHaveLength(1);
    expect(dated[0]).toMatchObject({
      deadline: 'chậm nhất ngày 27/10/2023',
      criteria: [{ section: 'main', code: '1.5' }],
    });
    expect(dated[0]?.lead?.split('; ')).toHaveLength(5);
  });

  it('orders 27 things, by office', () => {
    const counts = new Map<string, number>();
    for (const { place } of bacSon2023.tasks) {
      const office = place.section.split(' ')[0] ?? '';
      counts.set(office, (counts.get(office) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({
      '1.': 3,
      '1.1': 6,
      '1.2': 5,
      '1.3': 3,
      '1.4': 1,
      '1.5': 1,
      '2.': 3,
      '3.': 5,
    });
  });

  it('reports five indicators as of their days', () => {
    const shown = bacSon2023.indicators.map(
      ({ code, criterion, value, target, asOf, numerator, denominator }) => [
        code,
        criterion,
        formatScore(value),
        target === null ? null : formatScore(target),
        asOf,
        numerator,
        denominator,
      ],
    );
    expect(shown).toEqual([
      ['ho-so-qua-han', '7.3.1', '86', null, '2023-09-30', null, null],
      ['cap-nhat-ho-so-cap-xa', '7.3.2', '86,45', '100', '2023-10-18', 33_784, 39_079],
      ['so-hoa-ho-so', '7.5', '12,58', '60', null, 658, null],
      ['giai-ngan-dau-tu', '6.1.1', '68,1', '100', '2023-09-30', null, null],
      ['doanh-nghiep-moi', '8.1.1', '10', '18', '2023-09-30', null, null],
    ]);
  });

  it('holds no scorecard, and no number where the notice leaves it blank', () => {
    expect(bacSon2023.scorecards).toEqual([]);
    expect(bacSon2023.document.number).toBeNull();
  });
});

describe('the unnamed commune 2024', () => {
  it('holds all 92 rows, bonus and penalty apart from the main section whose codes they reuse', () => {
    const sections = (['main', 'survey', 'bonus', 'penalty'] as const).map(
      (section) => inSection(chuaNeuTen2024, section).length,
    );
    expect(sections).toEqual([81, 1, 5, 5]);
  });

  it('has areas whose maxima make 84, beside a survey of 12 and a bonus of 4', () => {
    const areas = inSection(chuaNeuTen2024, 'main').filter(({ rank }) => rank === 'area');
    expect(areas.map(({ max }) => max)).toEqual([15_000, 13_000, 18_000, 5000, 11_000, 10_000, 12_000]);
    const roots = criteriaOf(chuaNeuTen2024).filter(({ rank }) => rank === 'section');
    expect(
      roots.map(({ section, code, max, selfAssessed, appraised }) => [
        section,
        code,
        max,
        selfAssessed,
        appraised,
      ]),
    ).toEqual([
      ['survey', 'II', 12_000, 0, null],
      ['bonus', '1', 4000, 4000, null],
      ['penalty', '2', 4000, 0, null],
    ]);
  });

  it('reads "1.000" as one and leaves blank cells blank', () => {
    const find = (section: Section, code: string) =>
      inSection(chuaNeuTen2024, section).find((row) => row.code === code);
    expect(find('main', '2.6')).toMatchObject({ max: 1000, selfAssessed: 1000, appraised: 1000 });
    expect(find('main', '7.2')).toMatchObject({ appraised: 0, label: null, owner: null, remedy: null });
    expect(find('penalty', '2.3')).toMatchObject({ selfAssessed: 0, appraised: null });
  });

  it('has ranks by depth', () => {
    const wrong = inSection(chuaNeuTen2024, 'main').filter(
      ({ code, rank }) => rank !== ['area', 'criterion', 'component'][code.split('.').length - 1],
    );
    expect(wrong).toEqual([]);
  });
});

describe('a table written as text', () => {
  it('gives undefined for a blank cell', () => {
    expect(readTable(['a', 'b'], '1 | x\n2 |')).toEqual([
      { a: '1', b: 'x' },
      { a: '2', b: undefined },
    ]);
  });

  it('refuses a row of another width', () => {
    expect(() => readTable(['a', 'b'], '1 | x | y')).toThrow('3 cells');
  });
});
