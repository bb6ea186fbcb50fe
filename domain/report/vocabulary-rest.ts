/** Who, when, what: words that carry no state but tell a report from talk. */
export const REST_WORDS = {
  self: `
    em, tôi, mình, tui, cháu, tớ, chúng tôi, chúng em, bọn em, bên em, phía em, đơn vị em, xã em, phòng em, bên mình,
    bên tôi, tụi em, e, bên e, đơn vị mình, đơn vị tôi, xã mình, tụi tôi, nhà em, ban em, bộ phận em, phường em,
    xã tôi, xã chúng em, ngành em, cá nhân em, tổ em, văn phòng em`,
  person: `
    anh, chị, ông, bà, cô, chú, bác, đồng chí, đ/c, đc, sếp, thầy, bạn, cậu, lãnh đạo, chủ tịch, phó chủ tịch, bí thư,
    thủ trưởng, a, c, họ, thằng, con bé, chánh văn phòng, trưởng phòng, giám đốc, các anh, các chị, các bác,
    các đồng chí, các đ/c, mọi người, cả nhà, anh em, các em, quý vị, mng, mn, cán bộ, công chức, nhân viên,
    chuyên viên, ad, admin, d/c, đ.c, nó, bot`,
  plural2: `
    các anh, các chị, các bác, các đồng chí, các đ/c, mọi người, cả nhà, các em, quý vị, toàn thể, các đơn vị, các xã,
    các phòng, các ban, các ngành, các bộ phận, các cơ quan, các phường, các bạn, các cán bộ, các công chức, các thôn,
    tất cả các đồng chí, mn, mng, các tổ, các huyện, các sở, các địa phương, các d/c`,
  unit: `
    đơn vị, xã, phường, thị trấn, phòng, ban, ngành, văn phòng, cơ quan, bộ phận, thôn, tổ, huyện, tỉnh, sở, ubnd,
    ủy ban, uỷ ban, địa phương, vp, vpubnd, tư pháp, hộ tịch, thống kê, địa chính, tài chính, kế toán, văn hóa,
    xã hội, nội vụ, công an, quân sự, bộ phận một cửa, một cửa, trung tâm, đặc khu, bên, phía, chi bộ,
    đoàn thanh niên, mặt trận, hội, khu phố, bản`,
  ack: `
    đã nhận, đã rõ, đã tiếp thu, đã đọc, đã xem, đã ghi nhận, đã nắm, đã biết, đã nghe, đã hiểu, đã tiếp nhận,
    nhận được, rõ rồi, nhận rồi, biết rồi, hiểu rồi, đọc rồi, nhất trí, đồng ý, đã nhận được, tiếp thu, rõ,
    đã tiếp cận, đã nhận nhiệm vụ, noted, em nhận, em rõ`,
  /** With these "xong" and "đang" say nothing about a task. */
  talk: `
    ăn, uống, họp, học, ngủ, tắm, chơi, nghe, đọc, xem, nhận, chấm công, đá bóng, nhậu, cưới, bàn, trao đổi, cơm,
    cà phê, nghỉ, nghỉ phép, nghỉ lễ, nghỉ ốm, nói chuyện, điểm danh, đi chợ, đi họp, đi công tác, trên đường, lái xe,
    kẹt xe, tắc đường, tham dự, dự họp, dự, vắng mặt, vắng, giao, giao việc, phân công, lịch họp, bận, ốm, tìm hiểu,
    hỏi, tập thể dục, xe, đường, mưa, nắng, hot, buồn, vui, tiệc, phim, game, khám, tiêm, nấu, rửa, quét, giặt,
    đón con, trực, tan, ăn trưa, ăn sáng, ăn cơm, bữa, tăng lương, liên hoan, tiệc tùng, nghiên cứu tài liệu,
    giải bóng, khóa học, chuyến đi, tin được, tin nổi, hiểu được, hiểu nổi, tưởng tượng`,
  /** What is sent to talk about work, not the work itself. */
  chatObject: `
    link, file, hướng dẫn, mẫu, biểu mẫu, giấy mời, câu hỏi, thư mời, lịch, tài liệu họp, tài liệu, đường link, zoom,
    tin nhắn, mail nhắc, nhóm, lời mời, video, danh bạ, số điện thoại, thông báo họp, lịch họp, giấy tờ, lời chúc,
    quà, tiền, lương, thiệp, clip, công văn đôn đốc, công văn nhắc, bài hát, email hướng dẫn, file mẫu, zalo, địa chỉ,
    phụ lục, đề cương, =ảnh`,
  move: `
    đi, về, sang, qua, ra về`,
  workNoun: `
    báo cáo, kế hoạch, nhiệm vụ, công việc, việc, hồ sơ, văn bản, công văn, quyết định, biểu, biểu số liệu, số liệu,
    phần việc, nội dung, thông báo, tờ trình, đề án, dự án, nv, danh mục, quy chế, quy trình, chương trình, hội nghị,
    kết quả, minh chứng, thủ tục, thủ tục hành chính, phiếu, sáng kiến, nghị quyết, hướng dẫn, chỉ tiêu, tiêu chí,
    niêm yết, bảng chấm điểm, bảng điểm, đợt, lớp tập huấn, tập huấn, tuyên truyền, số hóa, phần, khối lượng,
    cải cách hành chính, cchc, khảo sát, kiểm tra, hạng mục, tiến độ, bài, tin bài, phản ánh, kiến nghị, xử lý, task`,
  cause: `
    vì, do, bởi, bởi vì, tại, tại vì, lý do, nguyên nhân`,
  except: `
    trừ, ngoại trừ, không tính, không kể, chưa kể, ngoài, trừ ra, trừ mỗi, không bao gồm, chỉ trừ, loại trừ`,
  /** What is said after them is not about the task before. */
  remaining: `
    còn lại, số còn lại, các nhiệm vụ khác, nhiệm vụ khác, việc khác, các việc khác, nv khác, các nv khác,
    đơn vị khác, xã khác, các xã khác`,
  like: `
    như, giống, giống như, theo, liên quan, liên quan đến, liên quan tới, phục vụ, so với, sau, trước, cùng với,
    không phải, thay cho, tiếp theo`,
  contrast: `
    nhưng, nhưng mà, tuy nhiên, thế nhưng, trong khi, đồng thời, ngoài ra, mặt khác, tuy vậy, song song đó, but,
    nhưng còn, trong lúc, bên cạnh đó, sau đó, nhg, nhưg, nhưng vẫn`,
  shift: `
    còn, riêng, còn lại, và, mà, còn riêng, riêng về, còn về`,
  and: `
    và, với, cùng, cùng với, lẫn, kèm, cả`,
  also: `
    cũng, đều, vẫn`,
  now: `
    nay, giờ, bây giờ, hiện nay, hiện tại, đến nay, tới nay, giờ đã, nay đã, hiện, hôm nay, sáng nay, đến giờ,
    tới giờ, tính đến nay, đến thời điểm này, cuối cùng, giờ thì, bữa nay, hiện giờ, bi giờ`,
  /** What may still follow the last word that counts. */
  tail: `
    ạ, vậy, thế, nhỉ, nhé, nha, nhá, ơi, rồi, đó, đấy, nè, ta, z, v, dạ, này, luôn, em, anh, chị, các, zậy, dzậy, đây,
    mà, mới, thôi, hihi, hehe, haha, cả, ấy, thưa, kia, cơ, nữa, a, ah, à, hả, ad, nghe, nghen, hen, ha`,
  hence: `
    nên, cho nên, vì vậy, vì thế, do đó, do vậy`,
  /** Compounds that hide a word with another meaning. */
  compound: `
    quy định, xác định, chỉ định, cố định, ổn định, gia đình, kiểm định, sự cố, củng cố, tính đến, tính chất,
    giới tính, tính từ, vấn đề, chủ đề, chuyên đề, tiền đề, đề tài, hẹn trả, giấy hẹn, công tác, đối tác, hợp tác,
    nguyên tắc, quy tắc, tác động, thao tác, tương tác, kết thúc, kết luận, tổng kết, đoàn kết, liên kết, làm việc,
    việc làm, không những, không chỉ, không gian, thi đua, thi công, kỳ thi, hội thi, cuộc thi, thi hành án, gần đây,
    gần dân, nhà báo, tham gia, quốc gia, chuyên gia, hội đồng, cộng đồng, đồng bộ, chứng thực, thực trạng, vì thế,
    vì vậy, đi vào hoạt động, giới thiệu, thực tế, an toàn, an ninh, toàn xã, toàn bộ, trên địa bàn, địa bàn,
    xã hội hóa, nông thôn mới, đổi mới, mới nhất, mô hình, hiện đại, làm sạch, làm giàu, thị xã, bộ tiêu chí,
    phụ trách, đi đầu, trở đi, kịp thời, mặt bằng, kỳ báo cáo, hội nghị, không giấy tờ, phi địa giới, nhờ đó,
    liên thông, thông suốt, nghỉ hưu, bảo hiểm, bảo vệ, bảo đảm an, bảo mật, bảo trì, báo chí, đài báo, nói chung,
    nói riêng, nói thật, nói thêm, kể từ, kể trên, nhận thức, giao diện, giao thông, giao dịch, giao tiếp, giao ban,
    giao ước, bàn giao xong, tài sản, năng lực, lực lượng, chất lượng, tập hợp, phù hợp, hợp đồng, hợp lệ, cơ hội`,
  past: `
    gần đây, hôm qua, hôm trước, tuần trước, tháng trước, trước đó, lúc đầu, ban đầu, trước đây, bữa trước, hồi đầu,
    mấy hôm trước, lúc trước, hôm kia, đầu tháng, hồi tuần trước, bữa qua, tối qua, chiều qua, sáng qua, hôm nọ,
    dạo trước`,
  concede: `
    tuy, mặc dù, dù, dẫu, dù cho, có, dù có, mặc dầu`,
  before: `
    trước, trong, chậm nhất, muộn nhất, hạn, đến, tới, vào, hạn chót, không quá, trong vòng, hết, trước hết`,
  until: `
    đến, tới, sang, qua, hết, vào, là`,
  left: `
    còn, thiếu, còn thiếu, chỉ còn, còn lại, còn khoảng, còn có, còn mỗi`,
  strictly: `
    trước`,
  aside: `
    tỷ lệ, tỉ lệ, hài lòng, đúng hạn, tăng, giảm, trực tuyến, chiếm, so với, cao hơn, thấp hơn, vượt, bình quân, pin,
    sạc, khuyến mãi, độ ẩm`,
  aim: `
    chỉ tiêu, mục tiêu, kế hoạch giao, yêu cầu, phấn đấu, tối thiểu, ít nhất, trở lên, phải đạt, phải`,
  fill: `
    dạ, vâng, ạ, a, ơi, nhé, nha, nhá, ok, oke, okie, oki, thưa, kính, kính gửi, kính thưa, kính báo cáo, xin,
    xin phép, xin báo cáo, em báo cáo, báo cáo, báo, thông báo, gửi, rồi, thì, là, mà, đó, đấy, này, nè, kia, ấy, đây,
    vậy, thế, luôn, cũng, đều, vẫn, còn, lại, nốt, hết, cả, cả hai, tất cả, toàn bộ, hoàn toàn, được, đc, cho, của,
    về, trong, ngoài, đến, tới, từ, vào, lên, với, và, bằng, theo, một, cái, bên, phía, mọi, rất, tốt, đúng, kịp,
    nhanh, gọn, ổn, nhưng, xuất sắc, đầy đủ, đủ, kịp thời, đúng quy định, trước hạn, đúng hạn, trước thời hạn,
    đúng tiến độ, vượt tiến độ, chậm, hiện, nay, giờ, nữa, hihi, hi, hehe, haha, kk, kkk, zạ, dạ vâng, vâng ạ,
    dạ thưa, alo, hello, chào, xin chào, xác nhận, thực ra, nói chung, thật ra, chính thức, cơ mà, chắc chắn, tiến độ,
    tình hình, trạng thái, kết quả, hôm nay, hôm qua, sáng nay, chiều nay, trưa nay, tuần trước, lúc nãy, ban nãy,
    vừa qua, vừa nãy, hồi sáng, ngày, tháng, năm, quý, tuần, lúc, phần, mục, bản, mới, nhà, yes, okay, cx, z, v, dzạ,
    đạt, khoảng, tầm, gần, hơn, chừng, tiếp, thêm, nhiều, ít, chút, sếp ơi, mỗi, duy nhất, cuối, việc, công việc, lắm,
    quá, trân trọng, ký, cùng, bộ, hệ thống, phần mềm, nghiêm túc, có, bị, gặp`,
} as const;
