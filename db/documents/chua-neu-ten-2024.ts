import type { OfficialDocument } from '../../domain/document.ts';
import type { Criterion, CriterionRank, Scorecard } from '../../domain/evaluation.ts';
import { documentId, evaluationId } from '../../domain/ids.ts';
import type { DocumentEntry } from './entry.ts';
import { criteriaRows, type PrintedCriterion } from './rows.ts';
import { readTable, required } from './table.ts';
import { xaChuaNeuTen } from './units.ts';

const document: OfficialDocument = {
  id: documentId('chua-neu-ten-kh-ubnd-2024'),
  number: null,
  kind: 'appendix',
  title: 'Nhiệm vụ duy trì, giải pháp khắc phục tồn tại, hạn chế trong đánh giá, chấm điểm CCHC năm 2024',
  issuedOn: '2024-12-23',
  unitId: xaChuaNeuTen.id,
  note:
    'Phụ lục để trống số kế hoạch và tên xã. Ô bộ phận, giải pháp để trống (bản quét làm mất ô gộp) ghi là “không ghi riêng”; ' +
    'văn bản không có cột lý do. Điểm thưởng, điểm trừ dùng lại mã 1.x, 2.x.',
};

const COLUMNS = ['line', 'code', 'title', 'max', 'self', 'appraised', 'label', 'owner', 'remedy'] as const;
const LABELS = { D: 'maintain', K: 'remedy' } as const;
const RANKS = ['area', 'criterion', 'component'] as const satisfies readonly CriterionRank[];

/** line | code | title | max | self-assessed | appraised | D (duy trì) or K (khắc phục) | owner | remedy */
function part(section: 'main' | 'bonus' | 'penalty', text: string): readonly PrintedCriterion[] {
  return readTable(COLUMNS, text).map(({ line, code, title, label, ...cells }) => {
    const parts = required(code).split('.');
    const rank = RANKS[parts.length - 1] ?? 'component';
    return {
      ...given(cells),
      ...(parts.length > 1 ? { parent: parts.slice(0, -1).join('.') } : {}),
      ...(label === 'D' || label === 'K' ? { label: LABELS[label] } : {}),
      section,
      line: Number(required(line)),
      code: required(code),
      title: required(title),
      // Bonus and penalty each have one topmost row, which carries the section's total.
      rank: rank === 'area' && section !== 'main' ? 'section' : rank,
    };
  });
}

type Cells = Readonly<Record<'max' | 'self' | 'appraised' | 'owner' | 'remedy', string | undefined>>;

/** Only the cells that are filled. */
function given(cells: Cells): Partial<Record<keyof Cells, string>> {
  return Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== undefined));
}

const main = part(
  'main',
  `
10 | 1 | Công tác chỉ đạo điều hành CCHC | 15 | 13 | 13 | | |
11 | 1.1 | Kế hoạch CCHC | 3 | 3 | 3 | | |
12 | 1.1.1 | Ban hành kế hoạch CCHC năm đầy đủ nội dung, trách nhiệm, sản phẩm, thời gian | 1 | 1 | 1 | D | Công chức Văn phòng - Thống kê |
13 | 1.1.2 | Mức độ hoàn thành kế hoạch CCHC | 2 | 2 | 2 | D | |
14 | 1.2 | Công tác tuyên truyền CCHC | 4 | 4 | 4 | | |
15 | 1.2.1 | Ban hành kế hoạch tuyên truyền CCHC | 1 | 1 | 1 | D | Công chức Văn hóa - Xã hội |
16 | 1.2.2 | Thực hiện các hình thức tuyên truyền CCHC | 1 | 1 | 1 | D | |
17 | 1.2.3 | Tham gia các lớp tập huấn về CCHC đúng thành phần | 2 | 2 | 2 | D | |
18 | 1.3 | Giải pháp chỉ đạo, điều hành của lãnh đạo đơn vị trong thực hiện CCHC | 6 | 6 | 5 | | |
19 | 1.3.1 | Thực hiện quy trình tiếp công dân, giải quyết đơn thư khiếu nại, tố cáo | 1 | 1 | 1 | D | Công chức Văn phòng - Thống kê |
20 | 1.3.2 | Giải pháp về nhân sự: có văn bản phân công lãnh đạo, công chức phụ trách CCHC | 1 | 1 | 1 | D | |
21 | 1.3.3 | Gắn thực hiện CCHC với khen thưởng hoặc kỷ luật (thể hiện bằng văn bản) | 1 | 1 | 1 | D | |
23 | 1.3.4 | Đưa nội dung CCHC vào giao ban định kỳ, có thông báo kết luận bằng văn bản | 1 | 1 | 1 | D | |
24 | 1.3.5 | Niêm yết công khai đường dây nóng của lãnh đạo tỉnh, huyện, xã | 2 | 2 | 2 | D | |
25 | 1.4 | Có sáng kiến về nội dung CCHC được cấp cơ sở công nhận | 2 | 0 | 0 | K | | Phát động cán bộ, công chức trong cơ quan có sáng kiến về CCHC
26 | 2 | Xây dựng và tổ chức thực hiện văn bản quy phạm pháp luật | 13 | 13 | 12,25 | | |
27 | 2.1 | Xây dựng, ban hành VBQPPL bảo đảm nội dung, hình thức không trái luật | 2 | 2 | 2 | | |
28 | 2.2 | Rà soát VBQPPL | 3 | 3 | 2,5 | | Công chức Tư pháp - Hộ tịch |
29 | 2.2.1 | Rà soát VBQPPL do HĐND, UBND cấp xã ban hành | 2 | 2 | 1,5 | K | | Xây dựng kế hoạch, triển khai rà soát bảo đảm theo yêu cầu
30 | 2.2.2 | Xử lý các văn bản trái pháp luật do cơ quan có thẩm quyền kiểm tra | 1 | 1 | 1 | D | |
31 | 2.3 | Theo dõi thi hành pháp luật (TDTHPL) | 3 | 3 | 3 | | |
32 | 2.3.1 | Ban hành kế hoạch TDTHPL | 1 | 1 | 1 | D | |
33 | 2.3.2 | Mức độ hoàn thành kế hoạch TDTHPL | 1 | 1 | 1 | D | |
35 | 2.3.3 | Xử lý kết quả theo dõi thi hành pháp luật | 1 | 1 | 1 | D | |
36 | 2.4 | Cán bộ, công chức dự đầy đủ các lớp tập huấn do Sở Tư pháp, UBND cấp huyện tổ chức | 1 | 1 | 1 | D | |
37 | 2.5 | Kiểm tra, xử lý VBQPPL | 3 | 3 | 2,75 | | |
38 | 2.5.1 | Báo cáo hằng năm về kiểm tra, xử lý VBQPPL | 1 | 1 | 0,75 | K | | Thực hiện việc báo cáo đầy đủ theo yêu cầu
39 | 2.5.2 | Gửi văn bản về Phòng Tư pháp huyện để kiểm tra đầy đủ, kịp thời | 2 | 2 | 1 | D | |
40 | 2.6 | Báo cáo 06 tháng và 01 năm về kết quả rà soát, hệ thống hóa VBQPPL | 1.000 | 1.000 | 1 | D | |
41 | 3 | Cải cách thủ tục hành chính | 18 | 18 | 15,82 | | |
42 | 3.1 | Cập nhật đầy đủ, kịp thời hồ sơ trên Hệ thống thông tin giải quyết TTHC tỉnh | 3 | 3 | 3 | D | | Cập nhật 100% hồ sơ giải quyết TTHC và số hóa hồ sơ lên hệ thống của tỉnh
43 | 3.2 | Số hóa hồ sơ, kết quả giải quyết và cấp kết quả giải quyết TTHC điện tử | 3 | 3 | 1,82 | K | Công chức bộ phận một cửa |
44 | 3.3 | Kết quả giải quyết hồ sơ TTHC | 4 | 4 | 4 | | |
45 | 3.3.1 | Không tự ý yêu cầu bổ sung hồ sơ, giấy tờ ngoài quy định của pháp luật | 1 | 1 | 1 | D | Công chức bộ phận một cửa |
46 | 3.3.2 | Tỷ lệ hồ sơ TTHC do UBND cấp xã tiếp nhận trong năm được giải quyết đúng hạn và trước hạn | 2 | 2 | 2 | D | |
49 | 3.3.3 | Xin lỗi người dân, tổ chức khi để trễ hạn giải quyết hồ sơ TTHC | 1 | 1 | 1 | D | |
50 | 3.4 | Cung cấp dịch vụ công trực tuyến | 4 | 4 | 4 | | |
51 | 3.4.1 | Tỷ lệ dịch vụ công trực tuyến có phát sinh hồ sơ trực tuyến | 2 | 2 | 2 | D | Công chức bộ phận một cửa |
52 | 3.4.2 | Tỷ lệ hồ sơ xử lý trực tuyến (toàn trình và một phần) | 2 | 2 | 2 | D | |
53 | 3.5 | Triển khai thanh toán trực tuyến | 4 | 4 | 3 | | |
54 | 3.5.1 | Tỷ lệ TTHC có phát sinh giao dịch thanh toán trực tuyến | 2 | 2 | 1,5 | K | Công chức bộ phận một cửa | Thanh toán trực tuyến đối với các TTHC có phát sinh phí đạt 100%
55 | 3.5.2 | Tỷ lệ hồ sơ thanh toán trực tuyến | 2 | 2 | 1.5 | K | |
56 | 4 | Cải cách tổ chức bộ máy hành chính nhà nước | 5 | 5 | 4,5 | | |
57 | 4.1 | Ban hành quy chế làm việc của UBND cấp xã | 1 | 1 | 1 | D | Công chức Văn phòng - Thống kê |
58 | 4.2 | Ban hành Quyết định phân công nhiệm vụ cho thành viên UBND cấp xã | 2 | 2 | 2 | D | |
59 | 4.3 | Thực hiện Luật dân chủ ở cơ sở | 2 | 2 | 1,5 | K | | Ban hành đầy đủ, kịp thời các văn bản chỉ đạo thực hiện Luật dân chủ ở cơ sở
60 | 5 | Cải cách chế độ công vụ | 11 | 11 | 9.5 | | |
61 | 5.1 | Bố trí, quản lý, sử dụng cán bộ, công chức, người hoạt động không chuyên trách | 3 | 3 | 2.5 | D | Công chức Văn phòng - Thống kê |
62 | 5.1.1 | Bố trí đủ, đúng số lượng, chức danh cán bộ, công chức cấp xã | 1 | 0.5 | 0.5 | D | |
64 | 5.1.2 | Quy định tạm thời bản mô tả và khung năng lực vị trí việc làm cấp xã | 1 | 1 | 1 | D | |
65 | 5.1.3 | Quản lý, cập nhật hồ sơ cán bộ, công chức trên phần mềm của tỉnh | 1 | 1 | 1 | D | |
66 | 5.2 | Đánh giá, phân loại cán bộ, công chức | 3 | 3 | 2.5 | | |
67 | 5.2.1 | Đánh giá, phân loại cán bộ, công chức hằng năm theo đúng quy định | 1 | 1 | 1 | D | Công chức Văn phòng - Thống kê |
68 | 5.2.2 | Kết quả đánh giá cuối năm của cán bộ, công chức | 1 | 1 | 1 | D | |
69 | 5.2.3 | Chấp hành kỷ luật, kỷ cương hành chính của CBCC xã | 1 | 1 | 0.5 | K | | Duy trì hơn nữa việc chấp hành kỷ luật, kỷ cương hành chính của CBCC
70 | 5.3 | Tham gia đào tạo, bồi dưỡng của cán bộ, công chức | 1 | 1 | 1 | D | Toàn thể cán bộ, công chức xã |
71 | 5.4 | Tỷ lệ đạt chuẩn của cán bộ, công chức xã | 2 | 2 | 1.5 | D | |
72 | 5.4.1 | Tỷ lệ đạt chuẩn của cán bộ cấp xã | 1 | 1 | 0.5 | K | Toàn thể cán bộ, công chức xã | Hoàn thiện văn bằng, chứng chỉ đối với chức danh Chủ tịch Hội CCB
73 | 5.4.2 | Tỷ lệ đạt chuẩn của công chức cấp xã | 1 | 1 | 1 | D | |
74 | 5.5 | Về người hoạt động không chuyên trách | 2 | 2 | 2 | D | |
76 | 5.5.1 | Bố trí số lượng người hoạt động không chuyên trách | 1 | 1 | 1 | D | Công chức Tài chính - Kế toán |
77 | 5.5.2 | Khoán mức phụ cấp, bồi dưỡng và chế độ, chính sách | 1 | 1 | 1 | D | |
78 | 6 | Cải cách tài chính công | 10 | 10 | 10 | | |
79 | 6.1 | Giải ngân kế hoạch đầu tư vốn ngân sách hằng năm | 2 | 2 | 2 | D | Công chức Tài chính - Kế toán |
80 | 6.2 | Quy chế chi tiêu nội bộ; Quy chế quản lý, sử dụng tài sản công | 3 | 3 | 3 | D | |
81 | 6.2.1 | Xây dựng Quy chế chi tiêu nội bộ; Quy chế quản lý, sử dụng tài sản công | 1 | 1 | 1 | D | |
82 | 6.2.2 | Công khai kết quả thực hiện hai quy chế | 3 | 3 | 3 | D | |
83 | 6.3 | Báo cáo thực hiện chế độ tự chủ, tự chịu trách nhiệm với cơ quan cấp trên | 1 | 1 | 1 | D | |
84 | 6.4 | Xây dựng, công khai Chương trình thực hành tiết kiệm, chống lãng phí | 2 | 2 | 2 | D | |
85 | 6.5 | Xây dựng phương án chi trả thu nhập tăng thêm | 1 | 1 | 1 | D | Công chức Tài chính - Kế toán |
86 | 6.6 | Công khai ngân sách xã, hoạt động tài chính khác và báo cáo việc công khai | 1 | 1 | 1 | D | |
87 | 7 | Xây dựng, phát triển chính quyền điện tử, chính quyền số | 12 | 11.96 | 8.4 | | |
88 | 7.1 | Quy chế, vận hành mạng nội bộ, thiết bị bảo mật bảo đảm an toàn thông tin | 1 | 1 | 1 | D | Công chức Văn hóa - Xã hội |
90 | 7.2 | Sử dụng thư điện tử công vụ | 1 | 1 | 0 | | |
91 | 7.3 | Phần mềm quản lý văn bản, chứng thư số và chữ ký số của lãnh đạo UBND cấp xã | 2 | 1,96 | 1,4 | K | Toàn thể cán bộ, công chức xã | Yêu cầu toàn thể CBCC sử dụng phần mềm QLVB và chứng thư số khi tham mưu ban hành văn bản
92 | 7.4 | Vận hành đường truyền số liệu chuyên dùng, giám sát ATTT, phối hợp ứng cứu sự cố mạng | 1 | 1 | 1 | D | Công chức Văn hóa - Xã hội |
93 | 7.5 | Cung cấp thông tin trên Cổng/Trang TTĐT theo Nghị định 42/2022/NĐ-CP | 2 | 2 | 2 | D | |
94 | 7.6 | Đăng tải công khai các văn bản do đơn vị ban hành lên Trang TTĐT (trừ văn bản mật) | 1 | 1 | 0,5 | D | |
95 | 7.7 | Triển khai Hệ thống thông tin báo cáo của tỉnh | 1 | 1 | 1 | D | |
96 | 7.8 | Xây dựng danh mục hồ sơ, tài liệu và giao nộp hồ sơ lưu trữ điện tử hằng năm | 1 | 0,5 | 0,5 | K | Công chức Văn phòng - Thống kê | Xây dựng danh mục hồ sơ tài liệu trên phần mềm QLVB, giao nộp lưu trữ điện tử hằng năm đầy đủ, đúng quy định
98 | 7.9 | Tỷ lệ hồ sơ điện tử được lập và xử lý trên phần mềm QLVBĐH | 2 | 1 | 1 | K | |
`,
);

const survey: PrintedCriterion = {
  line: 99,
  section: 'survey',
  code: 'II',
  rank: 'section',
  title: 'Chỉ số hài lòng của người dân, tổ chức (SIPAS)',
  max: '12',
  self: '0',
};

const bonus = part(
  'bonus',
  `
100 | 1 | Điểm thưởng | 4 | 4 | | | |
101 | 1.1 | Có từ 05 tin, bài/năm về CCHC trên bản tin hoặc Trang/Cổng TTĐT của cơ quan | 1 | 1 | 1 | D | Công chức Văn hóa - Xã hội |
102 | 1.2 | Tham gia đề xuất, phối hợp rà soát, đánh giá TTHC theo Kế hoạch của UBND tỉnh | 1 | 1 | 1 | D | |
103 | 1.3 | Có tổ chức các hoạt động tuyên truyền CCHC mang lại hiệu quả cao | 1 | 1 | 1 | D | |
104 | 1.4 | Bộ phận Một cửa có thiết bị điện tử chạy thông tin, trình chiếu hướng dẫn TTHC toàn bộ giờ hành chính | 1 | 1 | 1 | D | |
`,
);

const penalty = part(
  'penalty',
  `
105 | 2 | Điểm trừ | 4.000 | 0.000 | | | |
106 | 2.1 | Tài liệu kiểm chứng chèn số, trùng số hoặc sắp xếp không khoa học, không đúng trình tự | 1 | 0 | | | |
107 | 2.2 | Không hoàn thành nhiệm vụ UBND tỉnh, huyện giao riêng liên quan đến chương trình tổng thể CCHC | 1 | 0 | | | |
108 | 2.3 | Xếp hạng chỉ số CCHC từ nhóm trung bình trở xuống trong 2 năm liên tiếp liền kề năm đánh giá | 1 | 0 | | | |
113 | 2.4 | Công tác CCHC còn yếu, bị lãnh đạo UBND tỉnh, huyện phê bình, dư luận phản ánh | 1 | 0 | | | |
`,
);

const UNDER = 'Phụ lục, bảng điểm';
const criteria: readonly Criterion[] = criteriaRows(document, UNDER, [...main, survey, ...bonus, ...penalty]);

const scorecard: Scorecard = {
  evaluation: {
    id: evaluationId(`${xaChuaNeuTen.id}/2024`),
    unitId: xaChuaNeuTen.id,
    year: 2024,
    version: 'appraised',
    coverage: 'full',
    max: 100_000,
    selfAssessed: 85_915,
    achieved: 84_430,
    declaredLost: null,
    rank: null,
    cohort: null,
    grade: null,
    decision: null,
    place: { documentId: document.id, section: UNDER, line: 114 },
  },
  criteria,
};

export const chuaNeuTen2024: DocumentEntry = {
  document,
  units: [xaChuaNeuTen],
  scorecards: [scorecard],
  tasks: [],
  indicators: [],
};
