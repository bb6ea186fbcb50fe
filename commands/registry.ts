import { chitieu } from './chitieu.ts';
import type { Command } from './command.ts';
import { dangky } from './dangky.ts';
import { diem } from './diem.ts';
import { hoso } from './hoso.ts';
import { matdiem } from './matdiem.ts';
import { nguon } from './nguon.ts';
import { nhiemvu } from './nhiemvu.ts';
import { start } from './start.ts';
import { themdonvi } from './themdonvi.ts';
import { trangthai } from './trangthai.ts';
import { trogiup } from './trogiup.ts';
import { xong } from './xong.ts';

/** In the order in which help and Telegram's menu show them. */
export const commands: readonly Command[] = [
  diem,
  matdiem,
  nhiemvu,
  xong,
  hoso,
  chitieu,
  nguon,
  trogiup,
  start,
  dangky,
  themdonvi,
  trangthai,
];
