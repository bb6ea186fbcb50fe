import type { OfficialDocument } from '../../domain/document.ts';
import type { Criterion, Scorecard } from '../../domain/evaluation.ts';
import { documentId, evaluationId } from '../../domain/ids.ts';
import type { Task } from '../../domain/task.ts';
import type { DocumentEntry } from './entry.ts';
import { criteriaRows, taskRows } from './rows.ts';
import { bangMac, boNoiVu, chiLang, langSon } from './units.ts';

const document: OfficialDocument = {
  id: documentId('bang-mac-34-kh-ubnd-2024'),
  number: '34/KH-UBND',
  kind: 'plan',
  title:
    'Kế hoạch khắc phục các chỉ số chưa đạt điểm tối đa trong kết quả đánh giá, xếp loại CCHC năm 2023 xã Bằng Mạc',
  issuedOn: '2024-02-23',
  unitId: bangMac.id,
  note:
    'Văn bản chỉ nêu các tiêu chí mất điểm. Đề mục 2, 3, 4 của văn bản ứng với lĩnh vực 3, 6, 7 của bộ tiêu chí. ' +
    'Giải pháp và bộ phận chủ trì nêu theo lĩnh vực, không theo từng tiêu chí.',
};

const VAN_PHONG = 'Văn phòng – Thống kê';
const KE_TOAN = 'Công chức Kế toán – Tài chính';
const VAN_HOA = 'Công chức Văn hóa – Xã hội';
const BO_PHAN = 'Các bộ phận chuyên môn thuộc UBND xã';

/** Figures, reasons: section II. Owners and remedies of the areas: sections III.2.1–2.4. */
const criteria: readonly Criterion[] = [
  ...criteriaRows(document, 'II.1 Công tác chỉ đạo điều hành', [
    {
      line: 37,
      code: '1',
      rank: 'area',
      title: 'Công tác chỉ đạo điều hành',
      max: '17',
      achieved: '14',
      lost: '03',
      reason: 'Xã tự trừ 2 điểm, huyện trừ 1 điểm',
      owner: VAN_PHONG,
      remedy:
        'Tiếp tục quán triệt, chỉ đạo các nhiệm vụ CCHC đạt chỉ tiêu kế hoạch; nghiên cứu giải pháp hoặc có sáng kiến mới ' +
        'áp dụng tại xã; đôn đốc, theo dõi, đánh giá và chấn chỉnh hạn chế',
    },
    {
      line: 39,
      code: '1.5',
      parent: '1',
      rank: 'criterion',
      title: 'Đổi mới sáng tạo trong triển khai nhiệm vụ CCHC',
      max: '03',
      achieved: '0',
      lost: '03',
      reason: 'Không có sáng kiến thực hiện nhiệm vụ CCHC',
    },
  ]),
  ...criteriaRows(document, 'II.2 Cải cách thủ tục hành chính', [
    {
      line: 41,
      code: '3',
      rank: 'area',
      heading: '2',
      title: 'Cải cách thủ tục hành chính',
      max: '18',
      achieved: '15',
      lost: '03',
      owner: `${VAN_PHONG} chủ trì, phối hợp các bộ phận chuyên môn`,
      remedy:
        'Tuyên truyền, triển khai kế hoạch CCHC và cải cách TTHC đến các bộ phận; xây dựng kế hoạch rà soát, đánh giá TTHC ' +
        'đúng thời gian; giải quyết TTHC nghiêm túc, kịp thời cập nhật TTHC đã giải quyết lên Cổng dịch vụ công',
    },
    {
      line: 43,
      code: '3.1.4',
      parent: '3',
      rank: 'component',
      title: 'Kết quả rà soát, đánh giá, đề xuất phương án đơn giản hóa TTHC',
      max: '01',
      achieved: '0',
      lost: '1,0',
      reason: 'Năm 2023 xã không có phương án đơn giản hóa TTHC được Chủ tịch UBND tỉnh thông qua',
    },
    {
      line: 45,
      code: '3.4.2',
      parent: '3',
      rank: 'component',
      title: 'Tỷ lệ hồ sơ TTHC do UBND cấp xã tiếp nhận trong năm được giải quyết đúng hạn',
      max: '2,5',
      achieved: '1,5',
      lost: '1,0',
      reason: 'Năm 2023 có 03 hồ sơ chậm muộn trên hệ thống',
    },
    {
      line: 47,
      code: '3.5.1',
      parent: '3',
      rank: 'component',
      title: 'Tiến độ giải quyết TTHC của UBND cấp xã trên Cổng Dịch vụ công quốc gia',
      max: '1,0',
      achieved: '0',
      lost: '1,0',
      reason: 'Năm 2023 tỷ lệ hồ sơ xử lý trước hạn, quá hạn dưới 80%',
    },
  ]),
  ...criteriaRows(document, 'II.3 Cải cách tài chính công', [
    {
      line: 49,
      code: '6',
      rank: 'area',
      heading: '3',
      title: 'Cải cách tài chính công',
      max: '10',
      achieved: '9,0',
      lost: '1,0',
      owner: KE_TOAN,
      remedy:
        'Thực hiện đúng cơ chế tự chủ, tự chịu trách nhiệm về kinh phí quản lý hành chính (Nghị định 117/2013/NĐ-CP, ' +
        '16/2015/NĐ-CP); chỉ đạo sử dụng ngân sách đúng quy định, xem xét, xử lý vi phạm',
    },
    {
      line: 51,
      code: '6.3.3',
      parent: '6',
      rank: 'component',
      title:
        'Báo cáo tài chính gửi cơ quan tài chính cấp trên đúng quy định (Quyết định số 52/QĐ-UBND của UBND tỉnh)',
      max: '1,0',
      achieved: '0',
      lost: '1,0',
      reason: 'Công chức Kế toán - Tài chính báo cáo chưa kịp thời và chưa đúng thời gian quy định',
    },
  ]),
  ...criteriaRows(document, 'II.4 Xây dựng và phát triển chính quyền điện tử, chính quyền số', [
    {
      line: 53,
      code: '7',
      rank: 'area',
      heading: '4',
      title: 'Xây dựng và phát triển chính quyền điện tử, chính quyền số',
      max: '13',
      achieved: '6,82',
      lost: '6,18',
      owner: `${VAN_PHONG} (TTHC, số hóa, thanh toán trực tuyến); ${VAN_HOA} (chuyển đổi số, an toàn thông tin)`,
      remedy:
        'Giải quyết 100% TTHC đúng và trước hạn, cập nhật hồ sơ vào phần mềm một cửa điện tử; số hóa TTHC lên Kho dữ liệu của tỉnh; ' +
        'thực hiện thanh toán trực tuyến; triển khai Kế hoạch chuyển đổi số, bảo đảm an toàn thông tin mạng năm 2024',
    },
    {
      line: 55,
      code: '7.1',
      parent: '7',
      rank: 'criterion',
      title: 'Tỷ lệ văn bản đi gửi hoàn toàn dưới dạng điện tử, không kèm bản giấy',
      max: '1,0',
      achieved: '0,92',
      lost: '0,08',
      reason: 'Năm 2023 tỷ lệ đạt 92%',
    },
    {
      line: 57,
      code: '7.2',
      parent: '7',
      rank: 'criterion',
      title: 'Cập nhật hồ sơ giải quyết TTHC cấp xã vào hệ thống thông tin giải quyết TTHC của tỉnh',
      max: '2,0',
      achieved: '0',
      lost: '2,0',
      reason: 'Năm 2023 còn hồ sơ chưa được cập nhật hoặc xử lý chưa đúng quy định: 03 hồ sơ',
    },
    {
      line: 59,
      code: '7.3',
      parent: '7',
      rank: 'criterion',
      title: 'Tỷ lệ hồ sơ trực tuyến toàn trình',
      max: '2,0',
      achieved: '1,9',
      lost: '0,1',
    },
    {
      line: 61,
      code: '7.4.1',
      parent: '7',
      rank: 'component',
      title: 'Số lượng tin, bài đăng tải hằng tháng về chỉ đạo, điều hành, hoạt động',
      max: '2,0',
      achieved: '1,0',
      lost: '1,0',
      reason: 'Năm 2023 mỗi tháng chỉ có 2-3 tin, bài',
    },
    {
      line: 63,
      code: '7.6',
      parent: '7',
      rank: 'criterion',
      title: 'Thực hiện thanh toán trực tuyến',
      max: '3,0',
      achieved: '0',
    },
    {
      line: 65,
      code: '7.6.1',
      parent: '7.6',
      rank: 'component',
      title: 'Tỷ lệ TTHC được triển khai thanh toán trực tuyến',
      max: '1',
      achieved: '0',
      lost: '1',
      reason: 'Không phát sinh thanh toán trực tuyến',
    },
    {
      line: 67,
      code: '7.6.2',
      parent: '7.6',
      rank: 'component',
      title: 'Tỷ lệ TTHC có phát sinh giao dịch thanh toán trực tuyến',
      max: '1',
      achieved: '0',
      lost: '1',
      reason: 'Không phát sinh giao dịch thanh toán trực tuyến',
    },
    {
      line: 69,
      code: '7.6.3',
      parent: '7.6',
      rank: 'component',
      title: 'Tỷ lệ hồ sơ thanh toán trực tuyến',
      max: '1',
      achieved: '0',
      lost: '1',
      reason:
        'Năm 2023 không phát sinh hồ sơ thanh toán trực tuyến trên hệ thống thông tin giải quyết TTHC của tỉnh',
    },
  ]),
];

const scorecard: Scorecard = {
  evaluation: {
    id: evaluationId(`${bangMac.id}/2023`),
    unitId: bangMac.id,
    year: 2023,
    version: 'published',
    coverage: 'losses',
    max: 100_000,
    selfAssessed: 91_320,
    achieved: 85_820,
    declaredLost: 14_180,
    rank: 3,
    cohort: { name: 'xã, thị trấn của huyện Chi Lăng', size: 20 },
    grade: null,
    decision: { number: '202/QĐ-UBND', issuedOn: '2024-01-15', issuer: 'UBND huyện Chi Lăng' },
    place: { documentId: document.id, section: 'II. Các chỉ số chưa đạt điểm tối đa', line: 33 },
  },
  criteria,
};

/** Each order with an owner or a date; an order's further paragraphs belong to its task. */
const tasks: readonly Task[] = taskRows(document, 2024, [
  {
    line: 75,
    under: 'III.1 Đối với các tiêu chí đạt điểm tối đa',
    title: 'Tham mưu duy trì các tiêu chí, tiêu chí thành phần đạt điểm tối đa năm 2023',
    requirement: 'Đồng thời tập trung khắc phục các chỉ số CCHC chưa đạt điểm tối đa',
    lead: BO_PHAN,
  },
  {
    line: 83,
    under: 'III.2.1 Công tác chỉ đạo điều hành',
    title:
      'Tham mưu đôn đốc, theo dõi, đánh giá kết quả thực hiện các nhiệm vụ CCHC theo kế hoạch của UBND xã',
    requirement:
      'Kịp thời chấn chỉnh, khắc phục hạn chế; thực hiện kế hoạch CCHC hằng năm và giai đoạn 2021-2025; ' +
      'đôn đốc khắc phục các chỉ số chưa đạt điểm tối đa năm 2023',
    lead: VAN_PHONG,
    criteria: ['1'],
  },
  {
    line: 97,
    under: 'III.2.2 Cải cách thủ tục hành chính',
    title: 'Xây dựng kế hoạch rà soát, đánh giá TTHC theo đúng thời gian quy định',
    product: 'Kế hoạch rà soát, đánh giá TTHC',
    requirement: 'Triển khai đầy đủ công tác cải cách TTHC trên địa bàn, bảo đảm chất lượng, thời gian',
    lead: VAN_PHONG,
    cooperating: BO_PHAN,
    criteria: ['3'],
  },
  {
    line: 101,
    under: 'III.2.2 Cải cách thủ tục hành chính',
    title: 'Giải quyết TTHC đúng quy định, kịp thời cập nhật TTHC đã giải quyết lên Cổng dịch vụ công',
    requirement: 'Chịu trách nhiệm trước Chủ tịch UBND xã nếu giải quyết TTHC chưa đúng quy định',
    lead: BO_PHAN,
    criteria: ['3'],
  },
  {
    line: 105,
    under: 'III.2.3 Cải cách tài chính công',
    title:
      'Tham mưu thực hiện đúng cơ chế tự chủ, tự chịu trách nhiệm về sử dụng kinh phí quản lý hành chính',
    requirement: 'Chỉ đạo các tổ chức sử dụng ngân sách đúng quy định; tham mưu xem xét, xử lý vi phạm',
    lead: KE_TOAN,
    criteria: ['6'],
  },
  {
    line: 111,
    under: 'III.2.4 Xây dựng chính quyền điện tử, chính quyền số',
    title: 'Thực hiện quy trình tiếp nhận, giải quyết TTHC và số hóa TTHC lên Kho dữ liệu của tỉnh',
    requirement:
      '100% TTHC giải quyết đúng và trước hạn; cập nhật hồ sơ đã trả kết quả vào phần mềm một cửa điện tử',
    lead: VAN_PHONG,
    cooperating: 'Các bộ phận liên quan',
    criteria: ['7'],
  },
  {
    line: 113,
    under: 'III.2.4 Xây dựng chính quyền điện tử, chính quyền số',
    title: 'Tham mưu triển khai hiệu quả thanh toán trực tuyến đối với TTHC có nghĩa vụ tài chính',
    lead: VAN_PHONG,
    criteria: ['7'],
  },
  {
    line: 115,
    under: 'III.2.4 Xây dựng chính quyền điện tử, chính quyền số',
    title:
      'Tham mưu thực hiện Kế hoạch chuyển đổi số, phát triển chính quyền số, an toàn thông tin mạng năm 2024',
    lead: VAN_HOA,
    criteria: ['7'],
  },
  {
    line: 123,
    under: 'IV.2 Tổ chức thực hiện',
    title:
      'Xây dựng, gửi UBND xã kế hoạch khắc phục các tiêu chí chưa đạt điểm, bị đánh giá thấp hoặc bị trừ điểm',
    product: 'Kế hoạch khắc phục',
    requirement: 'Gửi qua Văn phòng – Thống kê để tổng hợp, theo dõi và gửi Phòng Nội vụ huyện',
    lead: BO_PHAN,
    cooperating: VAN_PHONG,
    deadline: 'trong tháng 02/2024',
  },
  {
    line: 123,
    under: 'IV.2 Tổ chức thực hiện',
    title: 'Báo cáo UBND xã định kỳ 6 tháng và năm về việc khắc phục các chỉ số CCHC',
    product: 'Báo cáo 6 tháng, báo cáo năm',
    requirement: 'Để UBND xã báo cáo UBND huyện (qua Phòng Nội vụ)',
    lead: BO_PHAN,
    cooperating: VAN_PHONG,
    deadline: 'định kỳ 6 tháng (trước ngày 15/6/2024) và năm (trước ngày 15/11/2024)',
  },
  {
    line: 125,
    under: 'IV.3 Tổ chức thực hiện',
    title: 'Đẩy mạnh tuyên truyền về triển khai công tác CCHC trên địa bàn xã',
    lead: VAN_HOA,
  },
  {
    line: 127,
    under: 'IV.4 Tổ chức thực hiện',
    title:
      'Theo dõi, đôn đốc, hướng dẫn, kiểm tra việc thực hiện Kế hoạch, kịp thời đề xuất, báo cáo Chủ tịch UBND xã',
    lead: 'Văn phòng UBND xã (bộ phận thường trực công tác CCHC)',
  },
]);

export const bangMac2023: DocumentEntry = {
  document,
  units: [boNoiVu, langSon, chiLang, bangMac],
  scorecards: [scorecard],
  tasks,
  indicators: [],
};
