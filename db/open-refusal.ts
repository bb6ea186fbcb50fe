/** Why a database is not opened. `sentence` is for people (Vietnamese), says what to do, and never holds a password. */
export type OpenRefusal = {
  readonly kind:
    | 'bad-url'
    /** The file is something else than a database. */
    | 'not-a-database'
    | 'corrupt'
    /** Another program's database. */
    | 'foreign'
    /** Written by a newer version of this program. */
    | 'newer'
    | 'busy'
    | 'unwritable'
    | 'unreachable';
  readonly sentence: string;
};

const KEPT = 'Dữ liệu ở đó được giữ nguyên.';
const POINT_ELSEWHERE = 'sửa DATABASE_URL để trỏ tới nơi khác';

export const badUrl = (): OpenRefusal => ({
  kind: 'bad-url',
  sentence:
    'Không đọc được DATABASE_URL. Hãy viết "file:data/bot.db" (SQLite) hoặc ' +
    '"postgres://tài-khoản:mật-khẩu@máy-chủ:5432/tên" (PostgreSQL).',
});

export const notADatabase = (path: string): OpenRefusal => ({
  kind: 'not-a-database',
  sentence: `"${path}" không phải là cơ sở dữ liệu SQLite. ${KEPT} Hãy ${POINT_ELSEWHERE}, hoặc chuyển tệp này đi rồi chạy lại.`,
});

export const corrupt = (path: string): OpenRefusal => ({
  kind: 'corrupt',
  sentence:
    `Cơ sở dữ liệu "${path}" bị hỏng. ${KEPT} Hãy chuyển tệp này cùng các tệp "-wal", "-shm" bên cạnh (nếu có) ` +
    'sang nơi khác, chép bản sao lưu gần nhất vào chỗ cũ rồi chạy lại.',
});

export const foreign = (place: string): OpenRefusal => ({
  kind: 'foreign',
  sentence: `"${place}" là cơ sở dữ liệu của chương trình khác. ${KEPT} Hãy ${POINT_ELSEWHERE}.`,
});

export const newer = (place: string, migration: string): OpenRefusal => ({
  kind: 'newer',
  sentence:
    `Cơ sở dữ liệu "${place}" do phiên bản mới hơn của chương trình tạo ra (bước "${migration}"). ${KEPT} ` +
    `Hãy cài phiên bản mới nhất, hoặc ${POINT_ELSEWHERE}.`,
});

export const busy = (place: string): OpenRefusal => ({
  kind: 'busy',
  sentence: `Cơ sở dữ liệu "${place}" đang bị chương trình khác khóa. Hãy tắt chương trình đó rồi chạy lại.`,
});

/** `code`: the system's, e.g. EACCES. */
export const unwritable = (path: string, code: string): OpenRefusal => ({
  kind: 'unwritable',
  sentence:
    `Không ghi được vào "${path}" (mã ${code}). Hãy kiểm tra đường dẫn, quyền ghi trong thư mục ` +
    'và dung lượng còn trống của đĩa.',
});

export const unreachable = (place: string, code: string): OpenRefusal => ({
  kind: 'unreachable',
  sentence:
    `Không kết nối được cơ sở dữ liệu PostgreSQL "${place}" (mã ${code}). Hãy kiểm tra máy chủ đang chạy, ` +
    'tài khoản, mật khẩu và tên cơ sở dữ liệu trong DATABASE_URL.',
});

export const notUtf8 = (place: string, encoding: string): OpenRefusal => ({
  kind: 'foreign',
  sentence: `Cơ sở dữ liệu "${place}" dùng bảng mã ${encoding}. ${KEPT} Hãy tạo cơ sở dữ liệu bảng mã UTF8 rồi trỏ DATABASE_URL tới đó.`,
});
