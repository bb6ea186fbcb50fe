import type { OfficialDocument } from '../../domain/document.ts';
import { documentId } from '../../domain/ids.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Task } from '../../domain/task.ts';
import type { DocumentEntry } from './entry.ts';
import { taskRows } from './rows.ts';
import { bacSon, boNoiVu, langSon } from './units.ts';

const document: OfficialDocument = {
  id: documentId('bac-son-tb-ubnd-2023'),
  number: null,
  kind: 'notice',
  title: 'Kết luận của Chủ tịch UBND huyện tại cuộc họp Ban Chỉ đạo cải cách hành chính 9 tháng đầu năm 2023',
  issuedOn: '2023-10-24',
  unitId: bacSon.id,
  note:
    'Thông báo để trống số; cuộc họp ngày 20/10/2023. Mục 1 gọi Phòng Kinh tế và Hạ tầng là cơ quan thường trực nhận sáng kiến, ' +
    'mục 1.3 ghi Phòng Nội vụ là cơ quan thường trực.',
};

const VAN_PHONG = 'Văn phòng HĐND và UBND huyện';
const TAI_CHINH = 'Phòng Tài chính - Kế hoạch';
const NOI_VU = 'Phòng Nội vụ';
const VAN_HOA = 'Phòng Văn hóa và Thông tin';
const TU_PHAP = 'Phòng Tư pháp';
const PHONG_CHUYEN_MON = 'Các phòng chuyên môn thuộc UBND huyện';
const XA = 'UBND các xã, thị trấn';

const OF_VAN_PHONG = { under: '1.1 Văn phòng HĐND và UBND huyện', lead: VAN_PHONG };
const OF_TAI_CHINH = { under: '1.2 Phòng Tài chính - Kế hoạch', lead: TAI_CHINH };
const OF_NOI_VU = { under: '1.3 Phòng Nội vụ', lead: NOI_VU };
const OF_PHONG = { under: '2. Các phòng chuyên môn thuộc UBND huyện', lead: PHONG_CHUYEN_MON };
const OF_XA = { under: '3. UBND các xã, thị trấn', lead: XA };

/** Each order, by office, in the order of the text. The initiatives are one order that five offices owe. */
const tasks: readonly Task[] = taskRows(document, 2023, [
  {
    under: '1. Các cơ quan là thành viên Ban Chỉ đạo CCHC huyện',
    line: 19,
    title:
      'Thực hiện các nội dung được giao tại Kế hoạch số 206/KH-UBND ngày 28/6/2023, hoàn thành 100% kế hoạch CCHC năm 2023',
    requirement:
      'Theo dõi, cập nhật kết quả từng chỉ tiêu, tiêu chí thành phần được phân công; báo cáo đủ số liệu theo lĩnh vực',
    lead: 'Các cơ quan là thành viên Ban Chỉ đạo CCHC huyện',
  },
  {
    under: '1. Các cơ quan là thành viên Ban Chỉ đạo CCHC huyện',
    line: 21,
    title:
      'Duy trì các nhiệm vụ CCHC đã hoàn thành, thu thập tài liệu minh chứng để đánh giá chỉ số CCHC của huyện năm 2023',
    product: 'Tài liệu minh chứng',
    lead: 'Các cơ quan được giao phụ trách (thành viên Ban Chỉ đạo CCHC huyện)',
  },
  {
    under: '1. Các cơ quan là thành viên Ban Chỉ đạo CCHC huyện',
    line: 23,
    title:
      'Mỗi cơ quan trong năm cơ quan xây dựng ít nhất 01 sáng kiến về công tác CCHC thuộc lĩnh vực phụ trách',
    product: 'Mỗi cơ quan ít nhất 01 sáng kiến',
    requirement: 'Gửi về cơ quan thường trực Phòng Kinh tế và Hạ tầng',
    lead: [NOI_VU, VAN_PHONG, TAI_CHINH, VAN_HOA, TU_PHAP].join('; '),
    deadline: 'chậm nhất ngày 27/10/2023',
    criteria: ['1.5'],
  },
  {
    ...OF_VAN_PHONG,
    line: 27,
    title: 'Nghiên cứu cách thức niêm yết công khai TTHC phù hợp với điều kiện của Bộ phận Một cửa',
    requirement: 'Chính xác, rõ ràng, đầy đủ, khoa học, thuận lợi cho tổ chức, cá nhân',
    criteria: ['3.2'],
  },
  {
    ...OF_VAN_PHONG,
    line: 29,
    title:
      'Tham mưu văn bản chỉ đạo giải quyết nghiêm túc TTHC, dứt điểm hồ sơ chậm trễ trên Hệ thống (86 hồ sơ quá hạn)',
    product: 'Văn bản chỉ đạo các cơ quan, đơn vị',
    criteria: ['7.3.1'],
  },
  {
    ...OF_VAN_PHONG,
    line: 31,
    title:
      'Chỉ đạo, hướng dẫn các xã, thị trấn cập nhật 100% hồ sơ TTHC cấp xã lên Hệ thống phần mềm một cửa điện tử',
    criteria: ['7.3.2'],
  },
  {
    ...OF_VAN_PHONG,
    line: 33,
    title:
      'Thống kê, rà soát kết quả số hóa của từng cơ quan; hướng dẫn, đôn đốc số hóa hồ sơ, kết quả giải quyết TTHC',
    requirement: 'Hoàn thành chỉ tiêu giao năm 2023 (60%)',
    criteria: ['7.5'],
  },
  {
    ...OF_VAN_PHONG,
    line: 35,
    title: 'Tham mưu chỉ đạo thúc đẩy dịch vụ công trực tuyến, thanh toán trực tuyến trong giải quyết TTHC',
    requirement:
      'Từ nay đến cuối năm 2023, 100% TTHC có nghĩa vụ tài chính đang cung cấp trực tuyến, có phát sinh hồ sơ, phải thanh toán trực tuyến',
    criteria: ['7.6'],
  },
  {
    ...OF_VAN_PHONG,
    line: 37,
    title:
      'Thường xuyên quán triệt ý thức, trách nhiệm, đạo đức công vụ của công chức làm việc tại Bộ phận Một cửa',
    requirement:
      'Phối hợp bưu điện huyện về thời gian khảo sát đo lường sự hài lòng để có hình thức tuyên truyền phù hợp',
    cooperating: 'Bưu điện huyện',
    deadline: 'Thường xuyên',
    criteria: ['9'],
  },
  {
    ...OF_TAI_CHINH,
    line: 41,
    title: 'Tham mưu tháo gỡ khó khăn, đôn đốc, hướng dẫn giải ngân vốn đầu tư ngân sách nhà nước',
    requirement: 'Giải ngân đạt 100% theo kế hoạch, chỉ tiêu năm 2023',
    cooperating: 'Cơ quan, đơn vị có liên quan',
    criteria: ['6.1.1'],
  },
  {
    ...OF_TAI_CHINH,
    line: 43,
    title: 'Hướng dẫn các đơn vị sự nghiệp công lập xây dựng phương án tự chủ, nâng mức độ tự chủ',
    requirement: 'Năm 2023 có thêm ít nhất 01 đơn vị tự đảm bảo một phần chi thường xuyên',
    criteria: ['6.3.1'],
  },
  {
    ...OF_TAI_CHINH,
    line: 45,
    title: 'Hướng dẫn các cơ quan, đơn vị tiết kiệm kinh phí được phân bổ để thực hiện tự chủ tài chính',
    criteria: ['6.4'],
  },
  {
    ...OF_TAI_CHINH,
    line: 47,
    title: 'Tuyên truyền, hỗ trợ, khuyến khích hộ kinh doanh cá thể phát triển doanh nghiệp, hợp tác xã',
    requirement: 'Đạt chỉ tiêu 18 doanh nghiệp thành lập mới (9 tháng: 10)',
    criteria: ['8.1.1'],
  },
  {
    ...OF_TAI_CHINH,
    line: 49,
    title: 'Rà soát, cập nhật, tổng hợp kết quả các chỉ tiêu phát triển kinh tế - xã hội do HĐND huyện giao',
    requirement: 'Tham mưu giải pháp để hoàn thành đạt và vượt các chỉ tiêu',
    deadline: 'Thường xuyên',
    criteria: ['8.3'],
  },
  {
    ...OF_NOI_VU,
    line: 53,
    title:
      'Giúp Ban Chỉ đạo theo dõi, đôn đốc các cơ quan, đơn vị thực hiện chỉ tiêu, nhiệm vụ CCHC năm 2023',
  },
  {
    ...OF_NOI_VU,
    line: 55,
    title: 'Tham mưu kiểm tra kỷ luật, kỷ cương hành chính và kiểm tra công tác CCHC theo kế hoạch',
    criteria: ['1.3', '5.5.1'],
  },
  {
    ...OF_NOI_VU,
    line: 59,
    title:
      'Tham mưu thực hiện các quy định về phân cấp quản lý tổ chức bộ máy, biên chế, cán bộ, công chức, viên chức',
    criteria: ['4.4'],
  },
  {
    under: '1.4 Phòng Văn hóa và Thông tin',
    lead: VAN_HOA,
    line: 63,
    title:
      'Bổ sung hình thức tuyên truyền CCHC khác ngoài trang thông tin điện tử, loa phóng thanh, văn phòng điện tử',
    criteria: ['1.4'],
  },
  {
    under: '1.5 Phòng Tư pháp',
    lead: TU_PHAP,
    line: 67,
    title:
      'Nâng cao chất lượng theo dõi thi hành pháp luật; rà soát, chuẩn bị hồ sơ minh chứng lĩnh vực phụ trách',
  },
  {
    ...OF_PHONG,
    line: 71,
    title: 'Giải quyết 100% TTHC đúng, trước hạn; giải quyết dứt điểm hồ sơ chậm trễ trên Hệ thống',
    requirement: 'Cập nhật đầy đủ hồ sơ phát sinh, thành phần hồ sơ, kết quả giải quyết TTHC',
  },
  {
    ...OF_PHONG,
    line: 73,
    title: 'Đẩy mạnh dịch vụ công trực tuyến, thanh toán trực tuyến trong giải quyết TTHC',
  },
  { ...OF_PHONG, line: 75, title: 'Đẩy mạnh số hóa hồ sơ, kết quả giải quyết TTHC theo đúng quy định' },
  {
    ...OF_XA,
    line: 79,
    title: 'Tiếp tục thực hiện các chỉ tiêu, nhiệm vụ theo Kế hoạch CCHC năm 2023 của đơn vị',
  },
  {
    ...OF_XA,
    line: 81,
    title:
      'Chỉ đạo công chức cập nhật 100% hồ sơ TTHC cấp xã vào Hệ thống phần mềm một cửa điện tử, dịch vụ công trực tuyến',
  },
  {
    ...OF_XA,
    line: 83,
    title:
      'Nâng cao hiệu quả Bộ phận Một cửa: 100% hồ sơ TTHC giải quyết đúng và trước hạn, không gây phiền hà',
  },
  {
    ...OF_XA,
    line: 85,
    title:
      'Đẩy nhanh số hóa hồ sơ, kết quả giải quyết TTHC lên Kho quản lý dữ liệu điện tử của tổ chức, cá nhân tỉnh Lạng Sơn',
  },
  {
    ...OF_XA,
    line: 87,
    title:
      'Thường xuyên quán triệt ý thức, trách nhiệm, đạo đức công vụ của công chức Bộ phận Một cửa, nâng mức độ hài lòng',
    deadline: 'Thường xuyên',
  },
]);

type Described = Omit<Indicator, 'unitId' | 'place'> & { readonly under: string; readonly line: number };

const indicatorRows = (rows: readonly Described[]): readonly Indicator[] =>
  rows.map(({ under, line, ...row }) => ({
    ...row,
    unitId: bacSon.id,
    place: { documentId: document.id, section: under, line },
  }));

const indicators = indicatorRows([
  {
    under: OF_VAN_PHONG.under,
    line: 29,
    code: 'ho-so-qua-han',
    title: 'Hồ sơ giải quyết quá hạn cấp huyện',
    criterion: '7.3.1',
    measure: 'count',
    numerator: null,
    denominator: null,
    value: 86_000,
    target: null,
    asOf: '2023-09-30',
    asOfText: 'số liệu tháng 9/2023, báo cáo số 719/BC-VP ngày 09/10/2023',
    owner: VAN_PHONG,
  },
  {
    under: OF_VAN_PHONG.under,
    line: 31,
    code: 'cap-nhat-ho-so-cap-xa',
    title: 'Hồ sơ TTHC cấp xã đã cập nhật trên Hệ thống',
    criterion: '7.3.2',
    measure: 'percent',
    numerator: 33_784,
    denominator: 39_079,
    value: 86_450,
    target: 100_000,
    asOf: '2023-10-18',
    asOfText: 'tính đến 18/10/2023',
    owner: VAN_PHONG,
  },
  {
    under: OF_VAN_PHONG.under,
    line: 33,
    code: 'so-hoa-ho-so',
    title: 'Số hóa hồ sơ TTHC cấp huyện',
    criterion: '7.5',
    measure: 'percent',
    numerator: 658,
    denominator: null,
    value: 12_580,
    target: 60_000,
    asOf: null,
    asOfText: null,
    owner: VAN_PHONG,
  },
  {
    under: OF_TAI_CHINH.under,
    line: 41,
    code: 'giai-ngan-dau-tu',
    title: 'Giải ngân vốn đầu tư ngân sách nhà nước',
    criterion: '6.1.1',
    measure: 'percent',
    numerator: null,
    denominator: null,
    value: 68_100,
    target: 100_000,
    asOf: '2023-09-30',
    asOfText: 'tính đến 30/9/2023',
    owner: TAI_CHINH,
  },
  {
    under: OF_TAI_CHINH.under,
    line: 47,
    code: 'doanh-nghiep-moi',
    title: 'Doanh nghiệp thành lập mới',
    criterion: '8.1.1',
    measure: 'count',
    numerator: null,
    denominator: null,
    value: 10_000,
    target: 18_000,
    asOf: '2023-09-30',
    asOfText: '9 tháng đầu năm 2023',
    owner: TAI_CHINH,
  },
]);

export const bacSon2023: DocumentEntry = {
  document,
  units: [boNoiVu, langSon, bacSon],
  scorecards: [],
  tasks,
  indicators,
};
