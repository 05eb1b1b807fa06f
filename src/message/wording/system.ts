/** What the computer refuses (no right, no room, a file that Word holds open), in words of the office. */
import type { Language } from './word.ts';

const zh = {
  EACCES: '没有权限，或文件正被 Word、WPS、Excel 打开；请关闭后再运行',
  EPERM: '没有权限，或文件正被 Word、WPS、Excel 打开；请关闭后再运行',
  EBUSY: '文件正被别的程序打开；请关闭后再运行',
  ENOSPC: '磁盘已满；请腾出空间后再运行',
  EDQUOT: '磁盘已满；请腾出空间后再运行',
  EROFS: '磁盘是只读的；请把工作区放到能写的地方',
  ENOTDIR: '路径中应是文件夹的地方是一个文件；请移走该文件',
  EEXIST: '应是文件夹的地方是一个文件；请移走该文件',
  EISDIR: '应是文件的地方是一个文件夹；请移走该文件夹',
  ENOENT: '文件或文件夹不在了',
  ENAMETOOLONG: '名称太长；请把工作区放到路径较短的文件夹',
} as const;

type Refusal = keyof typeof zh;

const en: Readonly<Record<Refusal, string>> = {
  EACCES: 'no permission, or the file is open in Word, WPS or Excel; close it and run again',
  EPERM: 'no permission, or the file is open in Word, WPS or Excel; close it and run again',
  EBUSY: 'the file is open in another program; close it and run again',
  ENOSPC: 'the disk is full; make room and run again',
  EDQUOT: 'the disk is full; make room and run again',
  EROFS: 'the disk is read-only; put the workspace where it can be written',
  ENOTDIR: 'a file stands where a folder is needed; move it away',
  EEXIST: 'a file stands where a folder is needed; move it away',
  EISDIR: 'a folder stands where a file is needed; move it away',
  ENOENT: 'the file or folder is gone',
  ENAMETOOLONG: 'the name is too long; put the workspace into a folder with a shorter path',
};

/** A failed call to the system in one line, with the file it was about; null when the error is of another kind or has no words here. */
export function wordSystemError(cause: unknown, language: Language): string | null {
  if (!(cause instanceof Error) || !('syscall' in cause) || !('code' in cause) || !('path' in cause)) return null;
  const reasons: Readonly<Record<string, string>> = { zh, en }[language];
  const reason = reasons[String(cause.code)];
  // Renames name two files; what is in the way is the second.
  const file = String('dest' in cause ? cause.dest : cause.path).replace(/\.\d+\.part$/u, '');
  if (reason === undefined) return null;
  return language === 'zh' ? `不能读写“${file}”：${reason}` : `cannot read or write “${file}”: ${reason}`;
}
