import type { OfficialDocument } from '../../domain/document.ts';
import { documentId } from '../../domain/ids.ts';
import type { DocumentEntry } from './entry.ts';
import { type PrintedTask, taskRows } from './rows.ts';
import { readTable, required } from './table.ts';
import { boNoiVu, quangTri, trieuAn, trieuPhong } from './units.ts';

const document: OfficialDocument = {
  id: documentId('trieu-an-11-kh-ubnd-2023'),
  number: '11/KH-UBND',
  kind: 'plan',
  title: 'Kế hoạch cải cách hành chính nhà nước xã Triệu An năm 2023',
  issuedOn: '2023-02-16',
  unitId: trieuAn.id,
  note: 'Một số nhiệm vụ có thời hạn trước ngày ban hành Kế hoạch (16/02/2023). STT giữ nguyên như bản in (“2..”, “7”).',
};

const COLUMNS = ['line', 'stt', 'title', 'product', 'lead', 'cooperating', 'deadline'] as const;

/** One section of the appendix; rows that a page break split are joined, at the line where they begin. */
function section(under: string, text: string): readonly PrintedTask[] {
  return readTable(COLUMNS, text).map(({ line, stt, title, product, lead, cooperating, deadline }) => ({
    under,
    line: Number(required(line)),
    stt: required(stt),
    title: required(title),
    product: required(product),
    lead: required(lead),
    cooperating: required(cooperating),
    deadline: required(deadline),
  }));
}

const rows: readonly PrintedTask[] = [
  ...section(
    'I. Cải cách thể chế',
    `
191 | 1. | 100% văn bản quy phạm pháp luật ban hành đúng pháp luật, đồng bộ, khả thi, công khai, dễ tiếp cận | Nghị quyết, Quyết định | Văn phòng UBND | Tư pháp xã | Thường xuyên
192 | 2.. | Xây dựng kế hoạch và kiểm tra, rà soát, theo dõi thực hiện các văn bản QPPL, hoàn thành 100% | Kế hoạch và các giải pháp nâng cao hiệu quả thi hành pháp luật của UBND xã | Tư pháp | Các ngành chuyên môn | Tháng 01/2023
193 | 3. | Xử lý 100% văn bản QPPL khi được yêu cầu hoặc có kiến nghị sau kiểm tra, rà soát | Quyết định, công văn | Văn phòng UBND | Tư pháp và cá nhân liên quan | Năm 2023
`,
  ),
  ...section(
    'II. Cải cách thủ tục hành chính',
    `
195 | 1. | Xây dựng kế hoạch kiểm soát TTHC; 100% TTHC cấp xã theo Quyết định 1291/QĐ-TTg tiếp nhận, trả kết quả tại Bộ phận một cửa | Quyết định ban hành Quy chế tổ chức và hoạt động Bộ phận một cửa; Quyết định kiện toàn Bộ phận một cửa | Văn phòng UBND | Các ngành chuyên môn, cá nhân liên quan | 01/2023
196 | 2. | 100% hồ sơ tiếp nhận được cập nhật vào phần mềm một cửa điện tử | 100% hồ sơ tiếp nhận được cập nhật vào phần mềm | Các ngành, cá nhân liên quan | Văn phòng UBND | Thường xuyên
197 | 3. | 100% TTHC, danh mục TTHC thuộc thẩm quyền của xã được công bố đầy đủ | Cổng TTĐT xã; bản niêm yết TTHC tại Bộ phận một cửa | UBND xã; VP UBND xã | Các ngành chuyên môn; CBCC xã | Thường xuyên
198 | 4. | 90% TTHC nội bộ thuộc thẩm quyền được công khai và cập nhật kịp thời | Các TTHC được công khai, cập nhật | Bộ phận TN & TKQ, tổ TTTT | Các ngành chuyên môn; CBCC | Thường xuyên
199 | 5. | Số hóa kết quả giải quyết TTHC còn hiệu lực thuộc thẩm quyền cấp xã đạt tối thiểu 15% - 20% | TTHC được số hóa | Bộ phận TN & TKQ | VP UBND xã | Thường xuyên
200 | 6. | 80% người dân, doanh nghiệp khi làm TTHC không phải cung cấp lại thông tin, giấy tờ đã được chấp nhận trước đó | Hồ sơ TTHC | Bộ phận TN & TKQ | Các ngành chuyên môn; CBCC xã | Thường xuyên
203 | 7 | Hồ sơ TTHC giải quyết đúng hạn và trước hạn hằng năm đạt từ 95% trở lên | Kết quả giải quyết TTHC | Bộ phận TN & TKQ | VP UBND, CBCC các ngành UBND xã | Thường xuyên
204 | 8. | Tối thiểu 70 – 80% hồ sơ giải quyết TTHC luân chuyển nội bộ bằng phương thức điện tử | Số lượng hồ sơ luân chuyển nội bộ các ngành qua phần mềm một cửa điện tử | Văn phòng UBND | Các ngành chuyên môn; CBCC | Thường xuyên
205 | 9. | Hồ sơ giải quyết trực tuyến mức độ 3 và 4 đạt tối thiểu 50% tổng số hồ sơ | Tỷ lệ hồ sơ giải quyết trực tuyến mức độ 3 và 4/tổng số hồ sơ đạt tối thiểu 50% | Bộ phận TN & TKQ | Các ngành chuyên môn; CBCC | Thường xuyên
206 | 10. | Mức độ hài lòng của người dân, doanh nghiệp về giải quyết TTHC đạt tối thiểu 90% | Công văn chỉ đạo, khảo sát thực tế; báo cáo kết quả đo lường | Văn phòng UBND | Bộ phận TN & TKQ | Thường xuyên
207 | 11. | Mức độ hài lòng về TTHC lĩnh vực đất đai, xây dựng, đầu tư đạt tối thiểu 85% | Báo cáo kết quả triển khai đo lường | Văn phòng UBND | Bộ phận TN & TKQ; CBCC liên quan | Thường xuyên
208 | 12. | Mức độ hài lòng của người dân về dịch vụ y tế đạt tối thiểu 85% | Báo cáo kết quả triển khai đo lường | Trạm y tế | CB, nhân viên y tế xã | Thường xuyên
209 | 13. | Mức độ hài lòng của người dân về dịch vụ giáo dục đạt tối thiểu 85% | Báo cáo kết quả triển khai đo lường | Các trường học | Hội đồng GD xã | Thường xuyên
`,
  ),
  ...section(
    'III. Cải cách tổ chức bộ máy hành chính nhà nước',
    `
211 | 1. | Ban hành, sửa đổi quy chế hoạt động của UBND xã; rà soát, kiện toàn chức năng, nhiệm vụ các ngành chuyên môn | Quyết định; Quy chế | Văn phòng UBND | Các ngành, cá nhân liên quan | Thường xuyên
212 | 2. | Mức độ hài lòng của người dân, tổ chức với sự phục vụ của cơ quan hành chính (chỉ số PAPI) đạt tối thiểu 90% | Kế hoạch; báo cáo của UBND xã | Văn phòng UBND | CB, CC các ngành UBND xã | Quý II và Quý IV
213 | 3. | Triển khai các quyết định, văn bản chỉ đạo của cấp trên về tổ chức, bố trí cán bộ, công chức tại địa phương | Báo cáo kết quả thực hiện theo kế hoạch đã ban hành | Văn phòng UBND | Các ngành, cá nhân liên quan | Thường xuyên
218 | 4. | Thực hiện tinh giản biên chế theo kế hoạch của UBND tỉnh, huyện | Báo cáo của UBND huyện | Văn phòng UBND | CB, CC liên quan | Tháng 5 và tháng 11/2023
`,
  ),
  ...section(
    'IV. Cải cách chế độ công vụ',
    `
220 | 1. | 100% CBCC ứng dụng CNTT thành thạo trong xử lý công việc | Kế hoạch đào tạo, bồi dưỡng | Ngành VH TT | Các ngành liên quan, CBCC | Thường xuyên
221 | 2. | Tối thiểu 95% CBCC được đánh giá hoàn thành tốt nhiệm vụ theo hiệu quả công việc của năm | Báo cáo đánh giá mức độ hoàn thành tốt nhiệm vụ được phê duyệt | Văn phòng UBND | Các ngành thuộc UBND, CBCC xã | Năm 2023
222 | 3. | 100% CBCC các ngành chuyên môn được bố trí đúng vị trí việc làm, bảo đảm năng lực | Vị trí việc làm | Văn phòng UBND | Các ngành thuộc UBND, CBCC xã | Thường xuyên
223 | 4. | 100% CBCC được bồi dưỡng theo chức danh quy định | Báo cáo danh sách CBCC bồi dưỡng chức danh | Văn phòng UBND | Các ngành thuộc UBND, CBCC xã | Thường xuyên
`,
  ),
  ...section(
    'V. Cải cách tài chính công',
    `
225 | 1. | Thực hiện cơ chế tự chủ của đơn vị sự nghiệp công lập lĩnh vực kinh tế và sự nghiệp khác, bảo đảm chi thường xuyên | Quyết định, Kế hoạch của UBND xã | Kế toán Tài chính xã | Các ngành, tổ chức đoàn thể | Năm 2023
226 | 2. | Kiểm tra, kiểm soát quản lý, thu, chi ngân sách của các ngành; tham mưu biện pháp tăng thu ngân sách xã | Các văn bản chỉ đạo của UBND xã | Kế toán Tài chính xã | Các ngành, cá nhân liên quan thuộc UBND xã | Thường xuyên
`,
  ),
  ...section(
    'VI. Xây dựng và phát triển Chính phủ điện tử, Chính phủ số',
    `
228 | 1. | 100% báo cáo của UBND xã gửi lên hệ thống báo cáo của huyện đúng quy định | Kết quả đăng tải báo cáo lên hệ thống | Văn phòng UBND | Các ngành chuyên môn thuộc UBND xã | Thường xuyên
229 | 2. | 100% CBCC xã tham gia họp trực tuyến khi có yêu cầu | Báo cáo kết quả triển khai, thực hiện | Văn phòng UBND | CB, CC các ngành UBND xã | Thường xuyên
230 | 3. | Trên 80% hồ sơ công việc được xử lý trên môi trường mạng (trừ hồ sơ bí mật nhà nước) | Danh sách hồ sơ công việc được lập | Văn phòng UBND | Các ngành thuộc UBND xã | Thường xuyên
231 | 4. | Ít nhất có hoạt động kiểm tra của UBND xã thực hiện qua môi trường số và hệ thống thông tin của cơ quan quản lý | Số lượng kiểm tra trực tuyến được thực hiện | Các ngành liên quan thuộc UBND xã | Các ngành liên quan, Bộ phận TN & TKQ | Thường xuyên
234 | 5. | Hoàn thành 100% nội dung chuyển đổi số, ứng dụng tiến bộ KHCN xây dựng Chính quyền số | Hoàn thành nhiệm vụ theo kế hoạch | Ngành VH TT | Các ngành thuộc UBND xã | Thường xuyên
`,
  ),
  ...section(
    'VII. Công tác chỉ đạo điều hành',
    `
236 | 1. | Ban hành Kế hoạch CCHC năm 2023 | Kế hoạch CCHC của UBND xã | Văn phòng UBND | Các ngành chuyên môn | Trước 01/2023
237 | 2. | Xây dựng chương trình, kế hoạch công tác trọng tâm của UBND xã | Chương trình, Kế hoạch công tác | Văn phòng UBND | Các ngành, cá nhân liên quan | 01/2023
238 | 3. | Ban hành Kế hoạch và tổ chức kiểm tra công tác CCHC năm 2023 tại các ngành UBND xã | Quyết định của UBND xã và Kết luận kiểm tra | Văn phòng UBND | Các ngành chuyên môn | Quý I/2023
239 | 4. | Ban hành Kế hoạch và tổ chức tuyên truyền công tác CCHC năm 2023 | Kế hoạch của UBND xã | Ngành VH TT | Cán bộ TTTT, Bộ phận TN&TKQ | 01/2023
240 | 5. | Đánh giá việc thực hiện nhiệm vụ CCHC năm 2023, nhiệm vụ năm 2024 | Báo cáo của UBND xã | Văn phòng UBND | Các ngành, cá nhân liên quan | Quý II và IV
241 | 6. | Tham mưu các văn bản chỉ đạo nhằm cải thiện, nâng cao chỉ số PAPI, PCI, PAR INDEX, SIPAS | Các văn bản của UBND xã | Văn phòng UBND | Các ngành, cá nhân liên quan | Thường xuyên
242 | 7. | Tổ chức đánh giá chỉ số CCHC, xếp loại mức độ hoàn thành nhiệm vụ năm 2023 của các ngành UBND xã | Quyết định UBND xã | Văn phòng UBND | Các ngành, cá nhân liên quan | Quý IV
243 | 8. | Sơ kết công tác CCHC 6 tháng đầu năm với các ngành chuyên môn liên quan, Bộ phận TN & TKQ | Báo cáo của UBND xã | Văn phòng UBND | Các ngành, cá nhân liên quan | Cuối Quý II hoặc đầu Quý III
`,
  ),
];

export const trieuAn2023: DocumentEntry = {
  document,
  units: [boNoiVu, quangTri, trieuPhong, trieuAn],
  scorecards: [],
  tasks: taskRows(document, 2023, rows),
  indicators: [],
};
