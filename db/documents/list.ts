import { bacSon2023 } from './bac-son-2023.ts';
import { bangMac2023 } from './bang-mac-2023.ts';
import { chuaNeuTen2024 } from './chua-neu-ten-2024.ts';
import type { DocumentEntry } from './entry.ts';
import { tinhBien2016 } from './tinh-bien-2016.ts';
import { trieuAn2023 } from './trieu-an-2023.ts';

/** The five documents that the bot knows from the start. */
export const documentEntries: readonly DocumentEntry[] = [
  bangMac2023,
  trieuAn2023,
  tinhBien2016,
  bacSon2023,
  chuaNeuTen2024,
];
