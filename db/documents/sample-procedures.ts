/** A district's procedures by field: who handles them, and how many working days they are given. */
export type ProcedureField = {
  readonly field: string;
  readonly office: string;
  readonly workingDays: number;
  readonly procedures: readonly [string, ...string[]];
};

export const landField: ProcedureField = {
  field: 'Đất đai',
  office: 'Phòng Tài nguyên và Môi trường',
  workingDays: 20,
  procedures: [
    'Đăng ký và cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất lần đầu',
    'Đăng ký biến động quyền sử dụng đất do chuyển nhượng, thừa kế, tặng cho',
    'Chuyển mục đích sử dụng đất đối với hộ gia đình, cá nhân',
    'Tách thửa hoặc hợp thửa đất',
    'Cấp đổi Giấy chứng nhận quyền sử dụng đất',
    'Đính chính Giấy chứng nhận đã cấp',
  ],
};

export const businessField: ProcedureField = {
  field: 'Đăng ký kinh doanh',
  office: 'Phòng Tài chính - Kế hoạch',
  workingDays: 3,
  procedures: [
    'Đăng ký thành lập hộ kinh doanh',
    'Đăng ký thay đổi nội dung đăng ký hộ kinh doanh',
    'Tạm ngừng kinh doanh, tiếp tục kinh doanh trước thời hạn của hộ kinh doanh',
    'Chấm dứt hoạt động hộ kinh doanh',
    'Cấp lại Giấy chứng nhận đăng ký hộ kinh doanh',
  ],
};

export const otherFields: readonly [ProcedureField, ...ProcedureField[]] = [
  {
    field: 'Xây dựng',
    office: 'Phòng Kinh tế và Hạ tầng',
    workingDays: 15,
    procedures: [
      'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ',
      'Cấp giấy phép xây dựng sửa chữa, cải tạo đối với nhà ở riêng lẻ',
    ],
  },
  {
    field: 'Hộ tịch',
    office: 'Phòng Tư pháp',
    workingDays: 5,
    procedures: [
      'Thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc',
      'Đăng ký kết hôn có yếu tố nước ngoài',
    ],
  },
  {
    field: 'Bảo trợ xã hội',
    office: 'Phòng Lao động - Thương binh và Xã hội',
    workingDays: 10,
    procedures: [
      'Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng',
      'Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội',
    ],
  },
];
