/** Words that say how the work stands. Written with accents; the reader also accepts them without. */
export const STATUS_WORDS = {
  /** Done by itself: "NV12 xong". */
  core: `
    xong, xog, xg, xng, xonh, xomg, xôg, xongz, song rồi, xong xuôi, xong hết, hoàn thành, hoàn thàh, hthanh, hthành,
    h thành, hthàh, hoàn tất, htat, ht, hth, done, finish, finished, complete, completed, hoàn thiện, cán đích,
    về đích`,
  /** Done with "rồi" already in it. */
  settled: `
    ok rồi, oke rồi, okie rồi, oki rồi, okê rồi, ok xong, oke xong, xong xuôi rồi, đâu vào đấy rồi, ok r, oke r,
    okie r, oki r, ok rùi, oke rùi, oke xong r, ok xong r`,
  /** Done when "đã", "rồi" or "vừa" goes with it: "đã nộp". */
  work: `
    nộp, gửi, gởi, ban hành, giải quyết, báo cáo, đăng, đăng tải, niêm yết, tổ chức, ký, kí, ký ban hành, phát hành,
    công khai, công bố, xử lý, xử lí, khắc phục, trả kết quả, bàn giao, nghiệm thu, chốt, phê duyệt, được duyệt,
    thông qua, số hóa, nhập liệu, lắp đặt, cấp, trả lời, kiện toàn, tập huấn, thanh toán, quyết toán, giải ngân,
    tuyên truyền, phúc đáp, nộp đủ, gửi đủ, thành lập, hoàn chỉnh, đưa vào sử dụng, đưa vào vận hành, đóng hồ sơ,
    tham mưu ban hành, khai trương, sửa xong, up, upload, tải lên, đẩy lên, nhập lên`,
  /** As `work`, but "vừa làm" has only begun. */
  generic: `
    làm, thực hiện, tiến hành, thi hành`,
  /** Under way once it has begun: "đã triển khai". */
  start: `
    bắt đầu, khởi động, bắt tay, bắt tay vào, triển khai, vào việc, khởi công, soạn, soạn thảo, dự thảo, xây dựng,
    rà soát, tổng hợp, thu thập, khảo sát, lập, tham mưu, in ấn, nhập, phối hợp, thống kê, viết`,
  /** The work lies on somebody else's table: in progress. */
  pending: `
    trình, trình ký, trình duyệt, trình phê duyệt, trình lãnh đạo, xin ý kiến, lấy ý kiến, chờ ký, chờ duyệt,
    chờ phê duyệt, chờ ban hành, chờ ý kiến, đợi ký, đợi duyệt, chờ thẩm định, chờ kết quả, chờ phản hồi,
    chờ lãnh đạo, đợi lãnh đạo, pending`,
  awaiting: `
    chờ đợi, =chờ, =đợi`,
  doing: `
    đang, đag, đng, đương, hiện đang, vẫn đang, còn đang, in progress, wip, processing, dở dang, làm dở, dang dở, đg,
    đang trong quá trình, đang trong`,
  almost: `
    chuẩn bị, sắp, sắp sửa, gần, gần như, hầu như, cơ bản, về cơ bản, cơ bản đã, coi như, xem như, suýt, tạm,
    tạm thời, phần lớn, đa phần, bước đầu, một phần, mới chỉ, xíu nữa, chút nữa, tí nữa, ngót, xấp xỉ, cb`,
  /** After the verb: only a part of it. */
  partial: `
    một phần, 1 phần, phần 1, phần 2, phần 3, phần một, phần hai, phần đầu, phần lớn, đa phần, phần nào, bước một, bước đầu, giai đoạn, bước, hầu hết, cơ bản, dự thảo,
    bản thảo, khâu, vài phần, mấy phần, vòng, nháp, bản nháp, thô`,
  half: `
    một nửa, 1 nửa, được nửa, phân nửa, hơn nửa, nửa chừng, nửa chặng, nửa đường, nửa khối lượng, nửa việc, nửa rồi`,
  part: `
    phần`,
  slow: `
    chậm tiến độ, chậm so với, trễ tiến độ, dở dang, chưa đâu vào đâu, còn dang dở, còn thiếu, còn mỗi, chỉ còn,
    chưa có kết quả, chưa có báo cáo, chưa có sản phẩm, chưa động đến, chưa đụng đến, chưa có gì, chưa tới đâu,
    chưa đến đâu, chưa đụng tay, chưa sờ đến, chưa đạt, chưa ổn, chưa đủ, =dở, chút nữa là xong, tí nữa là xong,
    xíu nữa là xong, ít nữa là xong, bị trả lại, bị trả về, phải làm lại, đang làm lại, bị yêu cầu làm lại`,
  did: `
    đã, đx`,
  already: `
    rồi, r, rùi, rui, rồii, roài, rầu, gòi, gồi, òi, rồ, ròi, oy, ồi, roy, rồy, rùii, xừ rồi, nhé rồi, already`,
  just: `
    vừa, vừa mới, mới, vừa rồi, mới vừa`,
  notyet: `
    chưa, chx, ch, chứ chưa, not yet, chửa, cưa`,
  not: `
    không, ko, k, kh, khg, kg, hông, hong, hok, hem, chẳng, chả, đâu có, hổng, kô, kông, khum, chẳng hề, hk`,
  able: `
    thể`,
  get: `
    được, đc, dc, đk, nổi, xuể, đươc, được ạ`,
  manage: `
    kịp`,
  block: `
    vướng, vướng mắc, khó khăn, gặp khó, gặp khó khăn, trở ngại, bế tắc, ách tắc, tắc, kẹt, mắc kẹt, tạm dừng,
    đình trệ, bị lỗi, bị treo, bị tắc, bị vướng, trục trặc, bị nghẽn, dậm chân tại chỗ, giậm chân, bó tay, chịu chết,
    mắc ở, mắc chỗ, blocked, thiếu kinh phí, thiếu người, thiếu nhân lực, thiếu số liệu, thiếu hồ sơ, thiếu vốn,
    thiếu tiền, thiếu thiết bị, thiếu máy, thiếu dữ liệu, thiếu cán bộ, thiếu biên chế, thiếu hướng dẫn, thiếu căn cứ,
    thiếu, chưa có kinh phí, chưa có hướng dẫn, chưa có vốn, chưa có tiền, chưa có người, chưa có nguồn,
    chưa có căn cứ, chưa có quy định, chưa có văn bản hướng dẫn, chưa có số liệu, chưa có mẫu, chưa có mặt bằng,
    chưa được cấp kinh phí, chưa được cấp vốn, chưa bố trí được, không có kinh phí, không có người, không có vốn,
    không có tiền, ko có kinh phí, ko có người, ko có tiền, không đủ điều kiện, không đủ kinh phí, không đủ người,
    chưa đủ điều kiện, chưa đủ kinh phí, hết kinh phí, không khả thi, bất khả thi, không tài nào, không cách nào,
    dừng lại, phải dừng, bị dừng, đứng hình, gặp vướng mắc, gặp vướng, gặp trở ngại, gặp trục trặc, gặp vấn đề`,
  /** Before an obstacle: it is gone. */
  unblock: `
    hết, gỡ, tháo gỡ, gỡ được, vượt qua, gỡ xong, giải quyết, khắc phục, xử lý, tháo gỡ được, không còn, ko còn,
    hết sạch`,
  ext: `
    gia hạn, gia hạn thêm, lùi hạn, lùi thời hạn, lùi thời gian, lùi ngày, lùi lại, lùi tiến độ, lùi, dời hạn,
    dời ngày, dời lại, dời thời hạn, dời, giãn hạn, giãn tiến độ, giãn thời hạn, giãn thời gian, kéo dài thời hạn,
    kéo dài thời gian, kéo dài hạn, kéo dài thêm, điều chỉnh thời hạn, điều chỉnh thời gian, điều chỉnh hạn,
    điều chỉnh tiến độ, thêm thời gian, thêm hạn, thêm thời hạn, xin hoãn, cho hoãn, khất, nới hạn, nới thời hạn,
    nới thời gian, tăng thời gian, đổi hạn, chuyển hạn, xin chậm, xin trễ, xin muộn, xin khất, hoãn,
    gia hạn thời gian, gia hạn thời hạn, gia hạng, ra hạn, gja hạn`,
  late: `
    muộn, chậm, trễ, lùi, chậm lại, trễ hạn, muộn hơn, sau`,
  more: `
    thêm, nữa`,
  grant: `
    đồng ý, nhất trí, chấp thuận, cho phép, duyệt, quyết định, được`,
  ask: `
    xin, xin phép, đề nghị, kính đề nghị, kiến nghị, mong, kính mong, cho em, cho tôi, cho mình, cho phép em,
    cho phép, cho xã, cho phòng, cho đơn vị, cho bọn em, cho chúng em, cho chúng tôi, cho văn phòng, cho, cần, muốn,
    đề xuất, rất mong, xin được, cho cháu`,
  instead: `
    cũng vậy, cũng thế, cũng rứa, cũng như vậy, cũng như thế, tương tự, y vậy, y thế, cũng tương tự, y chang`,
  idiom: `
    xong đời, xong phim, xong om, thôi xong, xong béng, xong rồi đời, thôi xong rồi, xong mẹ,
    hoàn thành xuất sắc nhiệm vụ năm, hoàn thành tốt nhiệm vụ năm`,
  overdue: `
    quá hạn, trễ hạn, đến hạn, hết hạn, tới hạn, sắp đến hạn, sắp hết hạn, sắp tới hạn, chậm hạn, nợ, quá thời hạn,
    chưa đến hạn`,
  mistake: `
    nhắn nhầm, ghi nhầm, báo nhầm, gõ nhầm, xin lỗi nhầm, xin thu hồi, thu hồi, xin đính chính, đính chính, bấm nhầm,
    gửi nhầm, gửi lộn, nói nhầm, =nhầm, =lộn`,
} as const;
