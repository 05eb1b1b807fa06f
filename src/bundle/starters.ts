/** What a clerk double-clicks or types in a folder that was unzipped: no installation, no setting outside of the folder. */

/**
 * Bytes below 128 and CRLF only: cmd reads the file in the code page of its computer. Without an argument, or with a workspace dropped on
 * it, a window where `duban` works; with arguments it is `duban` itself.
 */
export const windowsStarter = lines(
  [
    '@echo off',
    'setlocal',
    'set "DUBAN=%~dp0"',
    'set "PATH=%DUBAN%bin;%PATH%"',
    'if "%~1"=="" goto window',
    'if exist "%~1\\inputs\\" goto dropped',
    '"%DUBAN%bin\\node.exe" "%DUBAN%app\\dist\\cli.js" %*',
    'exit /b %errorlevel%',
    ':dropped',
    'cd /d "%~1"',
    ':window',
    'if not exist "inputs\\" cd /d "%DUBAN%sample"',
    'cmd /k "duban --help"',
  ],
  '\r\n',
);

/** `duban` in that window. */
export const windowsCommand = lines(['@"%~dp0node.exe" "%~dp0..\\app\\dist\\cli.js" %*'], '\r\n');

/** Uses nothing but the shell itself: it works without a PATH. */
export const unixStarter = lines(
  [
    '#!/bin/sh',
    'case "$0" in */*) here=${0%/*} ;; *) here=. ;; esac',
    'exec "$here/bin/node" "$here/app/dist/cli.js" "$@"',
  ],
  '\n',
);

/** `bin/duban`, for those who put the folder bin into their PATH. */
export const unixCommand = lines(
  [
    '#!/bin/sh',
    'case "$0" in */*) here=${0%/*} ;; *) here=. ;; esac',
    'exec "$here/node" "$here/../app/dist/cli.js" "$@"',
  ],
  '\n',
);

function lines(all: readonly string[], end: string): string {
  return all.map((line) => line + end).join('');
}
