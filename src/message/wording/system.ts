import type { Language } from './language.ts';
/** What the computer refuses (no right, no room, a file that Word holds open), in words of the office: what it is, and the way out. */

const open = {
  zh: '没有权限，或文件正被 Word、WPS、Excel 打开；请关闭后再运行，仍不行请向管理员要这个文件夹的读写权限',
  en: 'no permission, or the file is open in Word, WPS or Excel; close it and run again, or ask for the right to read and write there',
};
const full = {
  zh: '磁盘已满；请腾出空间后再运行',
  en: 'the disk is full; make room and run again',
};
const broken = {
  zh: '磁盘读写出错，可能有坏道或连接不稳；请先把工作区复制到别的磁盘，再运行',
  en: 'the disk fails; copy the workspace to another disk first, then run again',
};
const tooManyOpen = {
  zh: '打开的文件太多；请关闭一些程序后再运行',
  en: 'too many files are open; close some programs and run again',
};
const apart = {
  zh: '与网络文件夹的连接断了；请连上后再运行',
  en: 'the connection to the network folder is lost; connect again and run again',
};
const noFolder = {
  zh: '路径中应是文件夹的地方是一个文件；请移走该文件',
  en: 'a file stands where a folder is needed; move it away',
};
const tooLarge = {
  zh: '文件太大；请核对是否放错了文件，表格请拆成几个',
  en: 'the file is too large; check whether it is the right one, and split a table into several',
};

type Words = Readonly<Record<Language, string>>;

/** By the code of the system; on Windows and network folders the same refusal has several. */
const reasons = {
  EACCES: open,
  EPERM: open,
  EBUSY: {
    zh: '文件正被别的程序（如 Excel）打开；请关闭后再运行',
    en: 'the file is open in another program, such as Excel; close it and run again',
  },
  ETXTBSY: {
    zh: '文件正被别的程序打开；请关闭后再运行',
    en: 'the file is open in another program; close it and run again',
  },
  ENOSPC: full,
  EDQUOT: {
    zh: '磁盘配额已用完；请腾出空间后再运行',
    en: 'your share of the disk is used up; make room and run again',
  },
  EROFS: {
    zh: '磁盘是只读的；请把工作区放到能写的地方',
    en: 'the disk is read-only; put the workspace where it can be written',
  },
  EIO: broken,
  ENXIO: broken,
  ENODEV: broken,
  EMFILE: tooManyOpen,
  ENFILE: tooManyOpen,
  ENOMEM: { zh: '内存不足；请关闭一些程序后再运行', en: 'not enough memory; close some programs and run again' },
  ESTALE: apart,
  ENOTCONN: apart,
  ETIMEDOUT: apart,
  EHOSTDOWN: apart,
  EHOSTUNREACH: apart,
  ENOLCK: apart,
  ENOTDIR: noFolder,
  EEXIST: { zh: '应是文件夹的地方是一个文件；请移走该文件', en: noFolder.en },
  EISDIR: {
    zh: '应是文件的地方是一个文件夹；请移走该文件夹',
    en: 'a folder stands where a file is needed; move it away',
  },
  ENOTEMPTY: {
    zh: '文件夹中还有别的文件，不能移走；请清空后再运行',
    en: 'the folder holds other files and cannot be moved; empty it and run again',
  },
  ENOENT: {
    zh: '文件或文件夹不在了；请核对路径后再运行',
    en: 'the file or folder is gone; check the path and run again',
  },
  ELOOP: {
    zh: '快捷方式（链接）绕成了圈；请改放真正的文件',
    en: 'the links lead in a circle; put the file itself there',
  },
  ENAMETOOLONG: {
    zh: '名称太长；请把工作区放到路径较短的文件夹',
    en: 'the name is too long; put the workspace into a folder with a shorter path',
  },
  EXDEV: {
    zh: '文件夹跨在两个磁盘上，不能整个移动；请放在同一磁盘',
    en: 'the folder would move to another disk; keep both on one',
  },
  EFBIG: tooLarge,
  ERR_FS_FILE_TOO_LARGE: tooLarge,
  ERR_STRING_TOO_LONG: tooLarge,
  EOUTSIDE: {
    zh: '路径指到工作区以外；请改为工作区内的路径',
    en: 'the path leads out of the workspace; use one inside it',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** Why the system refused, for messages that have their own place. */
export function reasonOf(code: string, language: Language): string {
  const known: Readonly<Record<string, Words>> = reasons;
  const unknown = {
    zh: `系统拒绝（${code}）；请把这一代码告诉维护人员`,
    en: `the system refuses (${code}); tell this code to who looks after it`,
  };
  return (known[code] ?? unknown)[language];
}

/** A failed call to the system in one line, with the file it was about; null when the error is of another kind: a fault of the program. */
export function wordSystemError(cause: unknown, language: Language): string | null {
  if (!(cause instanceof Error) || !('code' in cause)) return null;
  const code = String(cause.code);
  if (!Object.hasOwn(reasons, code) && !('syscall' in cause)) return null;
  const reason = reasonOf(code, language);
  const file = 'path' in cause ? String(cause.path) : '';
  if (language === 'zh') return `不能读写${file === '' ? '' : `“${file}”`}：${reason}`;
  return `cannot read or write${file === '' ? '' : ` “${file}”`}: ${reason}`;
}
