import type { OfficialDocument } from '../../domain/document.ts';
import type { Criterion, Scorecard } from '../../domain/evaluation.ts';
import { documentId, evaluationId } from '../../domain/ids.ts';
import type { Task } from '../../domain/task.ts';
import type { DocumentEntry } from './entry.ts';
import { criteriaRows, taskRows } from './rows.ts';
import { anGiang, boNoiVu, tinhBien } from './units.ts';

const document: OfficialDocument = {
  id: documentId('tinh-bien-119-kh-ubnd-2017'),
  number: '119/KH-UBND',
  kind: 'plan',
  title: 'Kế hoạch thực hiện các nhiệm vụ trong việc nâng cao chỉ số cải cách hành chính năm 2017',
  issuedOn: '2017-08-28',
  unitId: tinhBien.id,
  note:
    'Bản quét ghi số kế hoạch theo hai cách (119 và 419/KH-UBND) và tên huyện theo hai cách (“Tỉnh Biên”, “Tịnh Biên”): ' +
    'là một. Văn bản chỉ nêu các tiêu chí mất điểm; bảng nhiệm vụ đánh số 6 hai lần.',
};

/** Figures, reasons: section II. Owners and remedies: section III, where it names a criterion or an area. */
const criteria: readonly Criterion[] = [
  ...criteriaRows(document, 'II.2.1 Tổng hợp', [
    {
      line: 54,
      code: 'main',
      rank: 'section',
      title: 'Tổng điểm thẩm định các lĩnh vực',
      max: '70',
      appraised: '63',
      lost: '7',
    },
  ]),
  ...criteriaRows(document, 'II.2.1.1 Công tác chỉ đạo điều hành', [
    {
      line: 22,
      code: '1',
      parent: 'main',
      rank: 'area',
      heading: '2.1.1',
      title: 'Công tác chỉ đạo điều hành',
      max: '36',
      appraised: '33',
      lost: '3',
      owner: 'Tổ kiểm tra công vụ huyện',
      remedy:
        'Tạo sự hài lòng của người dân; cán bộ, công chức chấp hành kỷ luật, kỷ cương, không nhũng nhiễu; ' +
        'kịp thời phát hiện, chấn chỉnh vi phạm và báo cáo UBND huyện',
    },
    {
      line: 24,
      code: '1.5.3',
      parent: '1',
      rank: 'component',
      title: 'Sáng kiến trong triển khai công tác CCHC được UBND tỉnh công nhận',
      max: '2',
      appraised: '0',
      lost: '2',
      reason: 'Không có sáng kiến',
      owner: 'UBND 14 xã, thị trấn, các phòng chuyên môn; Phòng Nội vụ tổng hợp',
      remedy:
        'Đề xuất giải pháp, sáng kiến rút ngắn thời gian trả kết quả hoặc quy trình làm việc nhịp nhàng giữa các cơ quan, ' +
        'gửi Phòng Nội vụ (thường xuyên)',
    },
    {
      line: 28,
      code: '1.7.2',
      parent: '1',
      rank: 'component',
      title: 'Cán bộ, công chức sử dụng hiệu quả thời giờ làm việc',
      max: '2',
      appraised: '01',
      lost: '01',
      reason: 'Không có cán bộ, công chức vi phạm, nhưng có phản ánh của người dân',
    },
  ]),
  ...criteriaRows(document, 'II.2.1.2 Cải cách thủ tục hành chính', [
    {
      line: 32,
      code: '3',
      parent: 'main',
      rank: 'area',
      heading: '2.1.2',
      title: 'Cải cách thủ tục hành chính',
      max: '4',
      appraised: '3.5',
      lost: '0.5',
    },
    {
      line: 34,
      code: '3.2',
      parent: '3',
      rank: 'criterion',
      title: 'Công bố, công khai TTHC',
      max: '1',
      lost: '0.5',
      reason: 'UBND cấp huyện không có thẩm quyền công bố TTHC, chỉ niêm yết, công khai',
      owner: 'UBND huyện',
      remedy: 'Kiến nghị Sở Nội vụ xem xét, sửa đổi tiêu chí thành phần 3.2',
    },
  ]),
  ...criteriaRows(document, 'II.2.1.3 Xây dựng và nâng cao chất lượng đội ngũ CBCCVC', [
    {
      line: 38,
      code: '5',
      parent: 'main',
      rank: 'area',
      heading: '2.1.3',
      title: 'Xây dựng và nâng cao chất lượng đội ngũ CBCCVC',
      max: '5',
      appraised: '3.5',
      lost: '1.5',
      owner: 'Phòng Nội vụ',
      remedy:
        'Xây dựng kế hoạch đào tạo, bồi dưỡng cán bộ, công chức, viên chức; đưa đi đào tạo khi UBND tỉnh có kế hoạch mở lớp',
    },
    {
      line: 40,
      code: '5.2',
      parent: '5',
      rank: 'criterion',
      title: 'Mức độ thực hiện cơ cấu công chức, viên chức theo vị trí việc làm được phê duyệt',
      max: '1',
      lost: '1',
      reason: 'UBND tỉnh chưa phê duyệt đề án vị trí việc làm',
      owner: 'Phòng Nội vụ',
      remedy: 'Tham mưu UBND huyện đề xuất UBND tỉnh sớm phê duyệt đề án vị trí việc làm (đã trình)',
    },
    {
      line: 44,
      code: '5.3.3',
      parent: '5',
      rank: 'component',
      title: 'Trình độ chuyên môn của cán bộ, công chức, viên chức đạt chuẩn theo quy định',
      max: '1',
      appraised: '0.5',
      lost: '0.5',
      reason: 'Đạt từ 80% - dưới 100%: một số xã còn cán bộ chưa có trình độ chuyên môn theo yêu cầu',
    },
  ]),
  ...criteriaRows(document, 'II.2.1.4 Hiện đại hóa nền hành chính', [
    {
      line: 48,
      code: '7',
      parent: 'main',
      rank: 'area',
      heading: '2.1.4',
      title: 'Hiện đại hóa nền hành chính',
      max: '7',
      appraised: '5',
      lost: '2',
    },
    {
      line: 50,
      code: '7.1.5',
      parent: '7',
      rank: 'component',
      title: 'Mức độ cung cấp dịch vụ công trực tuyến',
      max: '3',
      lost: '2',
      reason: 'Không có dịch vụ công được cung cấp trực tuyến ở mức độ 3 và 4',
      owner: 'Phòng Văn hóa và Thông tin',
      remedy: 'Phối hợp triển khai TTHC trực tuyến mức độ 3, 4; dự kiến hoàn thành tháng 12 năm 2017',
    },
  ]),
  ...criteriaRows(document, 'II.2.1 Tổng hợp', [
    {
      line: 56,
      section: 'survey',
      code: 'survey',
      rank: 'section',
      title: 'Điều tra xã hội học',
      max: '30',
      achieved: '24.65',
    },
  ]),
];

const scorecard: Scorecard = {
  evaluation: {
    id: evaluationId(`${tinhBien.id}/2016`),
    unitId: tinhBien.id,
    year: 2016,
    version: 'appraised',
    coverage: 'losses',
    max: 100_000,
    selfAssessed: null,
    achieved: 87_650,
    declaredLost: null,
    rank: 8,
    cohort: { name: 'huyện, thị, thành', size: 11 },
    grade: 'nhóm điều hành tốt',
    decision: null,
    place: { documentId: document.id, section: 'II.2.1 Tổng hợp', line: 58 },
  },
  criteria,
};

const PHONG_VA_XA = 'Các phòng chuyên môn, UBND 14 xã, thị trấn';
const DON_VI_PHONG_VA_XA = 'Các đơn vị sự nghiệp, các phòng chuyên môn, UBND 14 xã, thị trấn';
const TRUC_THUOC_PHONG_VA_XA =
  'Các phòng chuyên môn; các đơn vị sự nghiệp trực thuộc UBND huyện; UBND 14 xã, thị trấn';
const NOI_VU = { under: 'Bảng tiêu chí kèm nhiệm vụ – Phòng Nội vụ', lead: 'Phòng Nội vụ' };
const VAN_HOA = {
  under: 'Bảng tiêu chí kèm nhiệm vụ – Phòng Văn hóa và Thông tin',
  lead: 'Phòng Văn hóa và Thông tin',
};
const TU_PHAP = { under: 'Bảng tiêu chí kèm nhiệm vụ – Phòng Tư pháp (ĐTXHH)', lead: 'Phòng Tư pháp' };

const SANG_KIEN = {
  title: 'TCTP 1.5.3 Sáng kiến trong CCHC',
  cooperating: DON_VI_PHONG_VA_XA,
  product: 'Được UBND tỉnh công nhận (do tổ thẩm định tỉnh thẩm định)',
  requirement:
    'Các phòng chuyên môn, UBND các xã, thị trấn báo cáo sáng kiến, giải pháp, cách làm mới, lần đầu được áp dụng hoặc thử áp dụng, ' +
    'nâng cao hiệu quả CCHC của huyện',
  deadline: 'Trước ngày 01/12/2017',
  criteria: ['1.5.3'],
};

/** The appended table. The office stands in a heading row; its column "Cơ quan thực hiện" holds the criterion. */
const tasks: readonly Task[] = taskRows(document, 2017, [
  {
    ...NOI_VU,
    line: 115,
    stt: '1',
    title: 'TCTP 1.1.1 Kế hoạch CCHC năm và mức độ hoàn thành kế hoạch',
    cooperating: PHONG_VA_XA,
    product: 'Kế hoạch; báo cáo tổng kết năm',
    requirement: 'Ban hành trong tháng 01',
    deadline: 'Trước tháng 01',
    criteria: ['1.1.1'],
  },
  {
    ...NOI_VU,
    line: 116,
    stt: '2',
    title: 'TCTP 1.2.2 Báo cáo CCHC định kỳ (bản giấy hoặc thư điện tử)',
    cooperating: PHONG_VA_XA,
    product: 'Báo cáo CCHC quý, năm',
    requirement: 'Đầy đủ nội dung theo quy định; gửi đến Sở Nội vụ đúng thời gian',
    deadline: 'Báo cáo quý trước ngày 10 của tháng cuối quý; báo cáo năm trước 15/11.',
    criteria: ['1.2.2'],
  },
  {
    ...NOI_VU,
    line: 117,
    stt: '3',
    title: 'TCTP 1.3.1 Kiểm tra CCHC và mức độ thực hiện kế hoạch kiểm tra',
    cooperating: PHONG_VA_XA,
    product: 'Thông báo kết luận kiểm tra',
    requirement: 'Số đơn vị được kiểm tra đạt 80% theo kế hoạch kiểm tra',
    deadline: 'Trước ngày 01/12/2017',
    criteria: ['1.3.1'],
  },
  { ...NOI_VU, ...SANG_KIEN, line: 118, stt: '4' },
  {
    ...VAN_HOA,
    line: 120,
    stt: '5',
    title: 'TCTP 1.4.1 Ban hành kế hoạch tuyên truyền CCHC',
    cooperating: PHONG_VA_XA,
    product: 'Kế hoạch tuyên truyền CCHC và báo cáo CCHC định kỳ',
    // The table puts the date of issue into the column of requirements; it stands so.
    requirement: 'Quý II năm 2017',
    deadline: 'Trước ngày 01/12/2017',
    criteria: ['1.4.1'],
  },
  {
    ...VAN_HOA,
    line: 121,
    stt: '6',
    title: 'TCTP 1.4.2 Mức độ thực hiện kế hoạch tuyên truyền CCHC',
    cooperating: PHONG_VA_XA,
    product: 'Kế hoạch tuyên truyền CCHC và báo cáo CCHC định kỳ',
    requirement: 'Hoàn thành 100% kế hoạch',
    deadline: 'Trước ngày 01/12/2017',
    criteria: ['1.4.2'],
  },
  { ...VAN_HOA, ...SANG_KIEN, line: 126, stt: '6' },
  {
    ...TU_PHAP,
    line: 128,
    stt: '7',
    title: 'TCTP 2.1.1 Mức độ thực hiện, hoàn thành Kế hoạch xây dựng văn bản QPPL',
    cooperating: PHONG_VA_XA,
    product: 'Kế hoạch theo dõi thi hành pháp luật; báo cáo kết quả thực hiện kế hoạch',
    requirement: 'Báo cáo kết quả thực hiện; hoàn thành 100% kế hoạch',
    deadline: 'Trước ngày 01/12/2017',
    criteria: ['2.1.1'],
  },
  {
    ...TU_PHAP,
    line: 129,
    stt: '8',
    title: 'TCTP 2.3.1 Thực hiện rà soát văn bản quy phạm pháp luật',
    cooperating: PHONG_VA_XA,
    product: 'Báo cáo đầy đủ kết quả rà soát VBQPPL theo hướng dẫn của Sở Tư pháp',
    requirement: '100% vấn đề phát hiện được xử lý hoặc kiến nghị cấp có thẩm quyền xử lý',
    deadline: 'Trước ngày 10/10/2017',
    criteria: ['2.3.1'],
  },
  {
    ...TU_PHAP,
    line: 130,
    stt: '9',
    title: 'TCTP 3.1.1 Tiến hành rà soát, đánh giá TTHC theo quy định',
    cooperating: PHONG_VA_XA,
    product: 'Kế hoạch, văn bản chỉ đạo, điều hành; báo cáo kết quả rà soát theo hướng dẫn của Sở Tư pháp',
    requirement: '100% vấn đề phát hiện được xử lý hoặc kiến nghị cấp có thẩm quyền xử lý',
    deadline: 'Trước ngày 01/12/2017',
    criteria: ['3.1.1'],
  },
  {
    ...TU_PHAP,
    line: 131,
    stt: '10',
    title:
      'TCTP 3.2.1 Công bố và niêm yết công khai TTHC đúng, đủ, kịp thời tại Bộ phận tiếp nhận và trả kết quả',
    cooperating: PHONG_VA_XA,
    product: 'Văn bản chỉ đạo, hướng dẫn, kiểm tra việc niêm yết công khai',
    requirement:
      'Kiểm tra việc thực hiện, kiểm soát TTHC tại Bộ phận Tiếp nhận và Trả kết quả cấp huyện, cấp xã',
    deadline: 'Thường xuyên',
    criteria: ['3.2.1'],
  },
  {
    ...NOI_VU,
    line: 133,
    stt: '11',
    title:
      'TCTP 5.1 Tỷ lệ phòng, ban, đơn vị trực thuộc có cơ cấu công chức, viên chức theo vị trí việc làm được phê duyệt',
    cooperating: 'Các phòng chuyên môn, các đơn vị sự nghiệp trực thuộc UBND huyện',
    product: 'Đã xây dựng Đề án vị trí việc làm của huyện, đang chờ UBND tỉnh phê duyệt',
    requirement: 'Thường xuyên rà soát cơ cấu ngạch; báo cáo bổ sung hoặc bãi bỏ vị trí việc làm tại đơn vị',
    deadline: 'Thường xuyên',
    criteria: ['5.1'],
  },
  {
    ...VAN_HOA,
    line: 139,
    stt: '12',
    title: 'TCTP 7.1.1 Ứng dụng công nghệ thông tin trong hoạt động của cơ quan',
    cooperating: TRUC_THUOC_PHONG_VA_XA,
    product:
      'Kế hoạch ứng dụng CNTT (theo hướng dẫn của Sở Thông tin và Truyền thông); hoàn thành trên 80% kế hoạch',
    requirement: 'Báo cáo kết quả ứng dụng CNTT; thường xuyên dùng thư điện tử của tỉnh, phần mềm một cửa',
    deadline: 'Thường xuyên',
    criteria: ['7.1.1'],
  },
  {
    ...VAN_HOA,
    line: 140,
    stt: '13',
    title: 'TCTP 7.1.5 Mức độ cung cấp dịch vụ công trực tuyến',
    cooperating: TRUC_THUOC_PHONG_VA_XA,
    product: 'Có từ 2 dịch vụ công trở lên được cung cấp trực tuyến ở mức độ 3, 4',
    requirement: 'Báo cáo kết quả thực hiện; đăng tải trên cổng thông tin điện tử của huyện',
    criteria: ['7.1.5'],
  },
]);

export const tinhBien2016: DocumentEntry = {
  document,
  units: [boNoiVu, anGiang, tinhBien],
  scorecards: [scorecard],
  tasks,
  indicators: [],
};
