import type { CalendarDay } from '../domain/working-calendar.ts';

/**
 * The official days off of the State's offices, 2023–2026: public holidays on weekdays, days in lieu, swapped days
 * and their make-up Saturdays. Days that fall on a weekend are listed where they belong to the announced rest.
 * Source: theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 2019, Điều 112; the yearly notices).
 */
export const officialDaysOff: readonly CalendarDay[] = [
  ...off('Tết Dương lịch', '2023-01-01'),
  ...off('Nghỉ bù Tết Dương lịch', '2023-01-02'),
  ...off('Tết Nguyên đán', ...days('2023-01-', 20, 26)),
  ...off('Giỗ Tổ Hùng Vương', '2023-04-29'),
  ...off('Ngày Chiến thắng', '2023-04-30'),
  ...off('Ngày Quốc tế Lao động', '2023-05-01'),
  ...off('Nghỉ bù Giỗ Tổ và Ngày Chiến thắng', '2023-05-02', '2023-05-03'),
  ...off('Quốc khánh', '2023-09-01', '2023-09-02'),
  ...off('Nghỉ bù Quốc khánh', '2023-09-04'),

  ...off('Tết Dương lịch', '2024-01-01'),
  ...off('Tết Nguyên đán', ...days('2024-02-', 8, 14)),
  ...off('Giỗ Tổ Hùng Vương', '2024-04-18'),
  ...off('Nghỉ hoán đổi, làm bù ngày 04/5/2024', '2024-04-29'),
  ...off('Ngày Chiến thắng', '2024-04-30'),
  ...off('Ngày Quốc tế Lao động', '2024-05-01'),
  ...work('Làm bù ngày 29/4/2024', '2024-05-04'),
  ...off('Quốc khánh', '2024-09-02', '2024-09-03'),

  ...off('Tết Dương lịch', '2025-01-01'),
  ...off('Tết Nguyên đán', ...days('2025-01-', 27, 31)),
  ...off('Giỗ Tổ Hùng Vương', '2025-04-07'),
  ...work('Làm bù ngày 02/5/2025', '2025-04-26'),
  ...off('Ngày Chiến thắng', '2025-04-30'),
  ...off('Ngày Quốc tế Lao động', '2025-05-01'),
  ...off('Nghỉ hoán đổi, làm bù ngày 26/4/2025', '2025-05-02'),
  ...off('Quốc khánh', '2025-09-01', '2025-09-02'),

  ...off('Tết Dương lịch', '2026-01-01'),
  ...off('Nghỉ hoán đổi, làm bù ngày 10/01/2026', '2026-01-02'),
  ...work('Làm bù ngày 02/01/2026', '2026-01-10'),
  ...off('Tết Nguyên đán', ...days('2026-02-', 16, 20)),
  ...off('Giỗ Tổ Hùng Vương', '2026-04-26'),
  ...off('Nghỉ bù Giỗ Tổ Hùng Vương', '2026-04-27'),
  ...off('Ngày Chiến thắng', '2026-04-30'),
  ...off('Ngày Quốc tế Lao động', '2026-05-01'),
  ...work('Làm bù ngày 31/8/2026', '2026-08-22'),
  ...off('Nghỉ hoán đổi, làm bù ngày 22/8/2026', '2026-08-31'),
  ...off('Quốc khánh', '2026-09-01', '2026-09-02'),
];

function off(name: string, ...dates: readonly string[]): readonly CalendarDay[] {
  return dates.map((date) => ({ date, kind: 'off', name }));
}

function work(name: string, date: string): readonly CalendarDay[] {
  return [{ date, kind: 'work', name }];
}

/** Every day of a month from `first` to `last`, e.g. ("2023-01-", 20, 26). */
function days(month: string, first: number, last: number): readonly string[] {
  return Array.from(
    { length: last - first + 1 },
    (_, index) => month + String(first + index).padStart(2, '0'),
  );
}
