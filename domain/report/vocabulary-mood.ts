/** Words that take a sentence out of the reports: it asks, orders, plans, supposes, repeats or praises. */
export const MOOD_WORDS = {
  wh: `
    ai, gì, nào, đâu, sao, tại sao, vì sao, bao giờ, khi nào, bao nhiêu, mấy, thế nào, ra sao, đến đâu, tới đâu,
    lúc nào, chừng nào, hồi nào, như nào, ntn, bn, bao lâu, làm sao, sao lại, sao rồi, sao vẫn, đâu rồi, hôm nào,
    thế nào rồi, như thế nào, kiểu gì, =răng, =mô, liệu, what, when, who, why, cớ sao, cớ gì, j, =răng rồi, nhiêu`,
  /** Look like questions and are none. */
  notwh: `
    bản sao, sao y, sao lưu, sao kê, sao chép, số liệu, tài liệu, dữ liệu, nguyên liệu, vật liệu, mấy hôm, mấy ngày,
    mấy bữa, mấy tuần, mấy anh, mấy chị, mấy em, mấy bác, mấy đồng chí, không sao, ko sao, k sao, đâu ạ, chưa đâu,
    đâu vào đấy, ai cũng, gì cả, gì nữa, gì hết, gì thêm, gì đâu, trẻ em, mấy xã, nào cả, có gì, máy tính, máy móc,
    máy in, máy chủ, may mắn, máy photo, đầu tháng, đầu tuần, đầu năm, đầu quý, đầu tư, đầu mối, đầu việc, con dấu,
    đóng dấu, đầu tiên, bước đầu, máy scan, hàng đầu, gì khác, từ đời nào, đời nào rồi, từ đời nào rồi`,
  /** At the end they turn a statement into a question. */
  questionTail: `
    à, ah, hả, ha, hở, hử, nhỉ, nhể, phải không, phải ko, phải k, phải hông, đúng không, đúng ko, đúng k, đúng chưa,
    pk, á, ư, chứ, chăng, hen, hè, sao, chắc, thế à, vậy à, vậy hả, thế hả, thật à, thật không, thật ko, thì phải,
    ko nhỉ, hay sao, hay không, hay chưa, hay ko, hay k, chớ, phỏng, đúng hông, phải hem, đúng hem, nhẩy`,
  /** Asks for leave, not for the state: "anh xem giúp được không". */
  leaveTail: `
    được chưa, được không, đc chưa, đc ko, được ko, được k, đc k, dc ko, dc k, được hông, được hem, được hok,
    có được không, được chứ, được hông ạ`,
  /** "xong hay đang làm" */
  or: `
    hay, hay là, hoặc, hay chưa, hay không, hay đang, hay vẫn, hay còn`,
  /** "có phải", "không biết": what follows is not stated. */
  inquire: `
    cho hỏi, xin hỏi, cho biết, cho em hỏi, cho em biết, có phải, không biết, ko biết, k biết, chưa biết, không rõ,
    ko rõ, chưa rõ, không nhớ, xem đã, kiểm tra xem, xem lại, xem thử, chả biết, chẳng biết, ai biết, có chắc,
    check xem, coi thử, chả rõ, hóng, thắc mắc, câu hỏi, hông biết, hổng biết, hong biết, báo em biết, báo anh biết,
    k rõ, hỏi thăm, tra xem, =hỏi, chưa ai, chưa có ai, không ai, chưa đơn vị nào, chưa có đơn vị nào, chưa xã nào,
    chưa có xã nào, đừng, đừng báo, đừng nói, không phải, ko phải, k phải, chẳng phải, đâu phải, chả phải, đừng quên`,
  /** Orders somebody: stands before the verb. */
  order: `
    yêu cầu, nhớ, phải, cần, cần phải, hãy, khẩn trương, đôn đốc, vui lòng, làm ơn, chú ý, lưu ý, nhắc, nhắc nhở,
    nhắc việc, nhắc lại, đẩy nhanh, tập trung, tranh thủ, khẩn, gấp, gấp rút, sớm, chớ quên, giao, giao cho,
    phân công, chỉ đạo, quán triệt, bắt buộc, thời hạn, deadline, hạn, hạn chót, hạn cuối, quyết liệt, không được để,
    thúc, thúc đẩy, dứt điểm, chủ động, kiểm điểm, phê bình, nhanh chóng, triệt để, bảo đảm, đảm bảo, xin nhắc,
    trân trọng đề nghị, buộc, nhất định, ưu tiên, mau, làm nhanh, lo mà, cố, chỉ tiêu, mục tiêu, tiếp tục, phấn đấu,
    quyết tâm, chậm nhất, muộn nhất, nhanh lên, asap, tăng tốc, chỉ cần, cần gấp, không cần, ko cần, khỏi, khỏi cần,
    chưa cần, k cần`,
  /** After them nobody asks for more time. */
  needless: `
    không cần, ko cần, khỏi, khỏi cần, chưa cần, k cần, không phải`,
  /** Requests with somebody in them; "đề nghị xác nhận NV12 đã xong" is none. */
  request: `
    đề nghị, kính đề nghị, nhờ, giúp, mong, kính mong, rất mong, kính nhờ, kiến nghị, làm ơn, phiền, giùm, dùm, hộ,
    =mời, nhờ anh, nhờ chị, nhờ sếp, nhờ lãnh đạo, nhờ bác, nhờ đồng chí`,
  confirm: `
    xác nhận, ghi nhận, kiểm tra, duyệt, cập nhật, đánh dấu, công nhận, nghiệm thu, tick, chấm, đánh giá, cho qua,
    xác minh, đóng, báo cáo, thông báo, thông tin, xem xét, note, ghi`,
  hurry: `
    khẩn trương, đôn đốc, yêu cầu, gấp, gấp rút, khẩn, nhắc, nhắc nhở, nhắc việc, phê bình, kiểm điểm, sớm, mau,
    nhanh chóng, đẩy nhanh, nhanh lên, làm ngay, thúc, hãy, nhớ, dứt điểm, tập trung, tranh thủ`,
  /** In these the order words order nothing. */
  notorder: `
    theo yêu cầu, đúng yêu cầu, đáp ứng yêu cầu, đạt yêu cầu, theo chỉ đạo, theo đề nghị, theo phân công, được giao,
    đã giao, nhiệm vụ được giao, được phân công, đúng hạn, trước hạn, sớm hạn, trước thời hạn, đúng thời hạn,
    trong hạn, trong thời hạn, không cần gì, theo giấy mời, ý kiến chỉ đạo, được nhắc, nhờ có, nhờ vậy, nhờ đó,
    nhờ anh em, trợ giúp, anh giao, chị giao, lãnh đạo giao, sếp giao, sớm hơn, sớm nhất, quá gấp, đủ hạn, hạn chế,
    cần mẫn, nhờ sự, hộ tịch, hộ khẩu, hộ dân, hộ kinh doanh, hộ nghèo, hộ gia đình, thẩm quyền, thời hạn quy định,
    mong anh thông cảm, mong các anh thông cảm, mong chị thông cảm, mong thông cảm, mong lãnh đạo thông cảm, các hộ,
    phải nói, giúp đỡ, đúng tiến độ, trước tiến độ, vượt tiến độ, anh yêu cầu, lãnh đạo yêu cầu, kịp tiến độ,
    công tác chỉ đạo, đúng hẹn, ban chỉ đạo, tp. hộ, lo xong`,
  /** Ends of an order: "làm xong đi nhé". */
  soft: `
    nhé, nha, nhá, nghe, nghen, nhe, nhóe, nhoé, nghe em, luôn, ngay, đó nha, giùm, hộ, dùm, giúp, cái, với, nhé em,
    nha em, ngay lập tức, ngay và luôn, liền`,
  go: `
    đi, đi nào, đi nhé, thôi, thôi nào, nào, lẹ, lẹ lên, nhanh, nhanh lên, mau lên, coi`,
  plan: `
    sẽ, dự kiến, dự định, định, có kế hoạch, cố gắng, cố, ráng, gắng, phấn đấu, hứa, xin hứa, cam kết, để em, để tôi,
    để mình, hẹn, sắp tới, đăng ký, mục tiêu, nhất định, kế hoạch tuần, kế hoạch tháng, có thể, chắc chắn sẽ,
    quyết tâm, để, mới có thể, nhắm, tính, will, xin phép mai, việc tuần tới, tranh thủ, kỳ vọng, ước tính, ước, phải,
    còn lâu, còn lâu mới, không bao giờ, còn phải, chỉ cần, cần, muốn, xíu, bao giờ, nhiệm vụ trọng tâm, trọng tâm,
    việc cần làm, nhiệm vụ tuần, nhiệm vụ tháng, công việc tuần, lịch công tác, việc phải làm, kế hoạch công tác,
    to do, todo, =chờ, =đợi`,
  /** After "đang" still only a plan. */
  intend: `
    định, tính, dự kiến, dự định, lên kế hoạch, nghĩ, suy nghĩ`,
  future: `
    mai, ngày mai, =mốt, ngày kia, ngày mốt, tuần sau, tuần tới, tháng sau, tháng tới, quý sau, quý tới, năm sau,
    năm tới, lát nữa, lát, tí nữa, chút nữa, tẹo nữa, xíu nữa, tối nay, chiều mai, sáng mai, trưa mai, tối mai,
    đầu tuần sau, cuối tuần, thời gian tới, hôm sau, bữa sau, hôm tới, hôm nữa, ngày nữa, tuần nữa, sắp tới, chốc nữa,
    lúc nữa, giờ nữa, tiếng nữa, nay mai, mai mốt, mai kia, đầu tuần, cuối tháng, cuối năm, cuối quý, mấy hôm nữa,
    nữa là, là xong, phút nữa, mai mới, sang tháng mới, sang tuần mới, sang năm mới, sang quý mới`,
  today: `
    hôm nay, chiều nay, trưa nay, trong ngày, trong hôm nay, trong chiều nay, năm nay, trong buổi sáng,
    trong sáng nay, cuối ngày, cuối giờ, đêm nay, nội trong, trong năm nay`,
  condition: `
    nếu, nếu như, hễ, giả sử, giá mà, giá như, miễn là, miễn, trừ khi, một khi, ước gì, phải chi, lỡ, nhỡ,
    trong trường hợp, kể cả, giả dụ, if, ví dụ, chẳng hạn, vd, cú pháp, thí dụ, với điều kiện, giả như, cách báo cáo,
    hướng dẫn báo cáo, mẫu báo cáo, mẫu tin, cách nhắn, cách ghi, nhắn theo mẫu, soạn tin, nhắn theo cú pháp`,
  when: `
    khi, sau khi, trước khi, đến khi, tới khi, kể từ khi, từ khi, ngay khi, ngay sau khi, bao giờ, cho đến khi,
    chừng nào, trong quá trình`,
  notcondition: `
    trong khi, đôi khi, có khi, trong lúc, đánh giá, giá trị, đơn giá, lúc nãy, lúc sáng, hồi sáng, hồi nãy,
    lúc trước, hồi chiều, biểu mẫu, hồi đầu tuần, theo mẫu, đúng mẫu, lúc đầu, hồi đầu, hồi tuần trước, hồi trưa,
    đấu giá, thẩm định giá, bảng giá, phản hồi, thu hồi, hồi hôm qua`,
  thereupon: `
    thì, hẵng, hẵn, rồi hãy, rồi mới, hãy, xong mới, là được, là có, là nghỉ, là báo, là phải, là về, là bị, là trừ,
    là toi, là mừng, là tốt, là tốt rồi, là tốt lắm, là ổn, là vui, là quý, là quý rồi, là hay`,
  hearsay: `
    nghe nói, nghe bảo, nghe đâu, nghe đồn, nghe tin, nghe báo, nghe kể, hình như, chắc, chắc là, có lẽ, có vẻ,
    dường như, thấy bảo, thấy nói, thấy báo, thấy, thấy ghi, theo báo cáo của, theo anh, theo chị, theo ông, theo bà,
    theo đồng chí, theo lời, theo thông tin, theo phản ánh, theo báo, theo báo cáo, theo bên, được biết, tưởng,
    cứ tưởng, tưởng là, ngỡ, em nghĩ, tôi nghĩ, mình nghĩ, nghĩ là, em đoán, đoán là, =đoán, hy vọng, hi vọng, ước,
    chắc cũng, chắc vậy, người ta, theo như, khả năng, có khi, biết đâu, chả nhẽ, chẳng lẽ, không lẽ, lẽ nào, tin đồn,
    =đồn, =đùa, nói đùa, giỡn, giả vờ, giả bộ, =mơ, chém gió, hổng chừng, không chừng, chừng như, tin là, trêu,
    báo chí, tin nói, hàng xóm, bên kia`,
  /** Hearsay before the verb, a friendly ending after it. */
  hear: `
    nghe`,
  /** What may be is not. */
  maybe: `
    có thể, có thể là, có thể đã, biết đâu đã`,
  notHearsay: `
    chắc chắn, nghe rõ, báo cáo anh, lắng nghe, suy nghĩ, đề nghị, kiến nghị, hội nghị, nghị quyết, nghị định,
    thấy rồi, nhận thấy, thấy xong`,
  say: `
    bảo, nói, kêu, khoe, nhắn, kể, cho biết, cho hay, báo, báo là, báo cáo, thông báo, bảo là, nói là, báo lại,
    báo cáo là, khẳng định, trả lời, nhắn tin, phản ánh, rep, trả lời là`,
  praise: `
    chúc mừng, cảm ơn, cám ơn, biểu dương, khen, khen ngợi, hoan nghênh, tuyên dương, thanks, thank, tks, cảm tạ,
    ghi nhận, chúc, tri ân, đánh giá cao, hoan hô, ngưỡng mộ, giỏi quá, vinh danh, mừng cho, congrats, khen thưởng,
    vỗ tay, tự hào, cmon, camon`,
  nominal: `
    việc, tỷ lệ, tỉ lệ, kết quả, mức độ, thời gian, thời hạn, hạn, ngày, thời điểm, tiến độ, kế hoạch, phương án,
    danh sách, biện pháp, giải pháp, cách, mục tiêu, khả năng, điều kiện, lộ trình, chỉ tiêu, để, hướng, mốc,
    tiêu chí, minh chứng, nhằm, quá trình, giấy xác nhận, cơ sở, cách thức, đảm bảo, tham gia, trách nhiệm, góp phần,
    hỗ trợ, quyết tâm, thi đua, đẩy nhanh, tiến độ để, hướng dẫn, tổng số, báo cáo kết quả, điểm, =cùng, =số`,
  roll: `
    danh sách, các đơn vị đã, gồm, như sau, bao gồm, sau đây, những đơn vị, thống kê, bảng tổng hợp, tỷ lệ, tỉ lệ`,
  plural: `
    các, những, nhiều, một số, vài, toàn thể, mọi, tất cả các, từng, mỗi, đa số, toàn bộ các, hầu hết các, =số`,
  instruct: `
    gửi, nộp, báo, báo cáo, liên hệ, phản ánh, đăng ký, cập nhật, lưu ý, hãy, vui lòng, bổ sung, xin, giữ, tiếp tục,
    điền, cần, phải`,
} as const;
