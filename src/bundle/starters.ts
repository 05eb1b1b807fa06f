/** What a clerk double-clicks or types in a folder that was unzipped: no installation, no setting outside of the folder. */

/**
 * Bytes below 128 and CRLF only: cmd reads the file in the code page of its computer. Without an argument, or with a folder dropped on it, a
 * window: the program finds the workspace, tells what comes next and starts the prompt itself, so that no path is read by cmd. The window
 * speaks UTF-8 (65001), whatever the computer's code page, for what is sent on to other programs. With other arguments it is `duban` itself,
 * which opens a folder that cmd cut at a comma: `withCommand` in src/cli/main.ts.
 */
export const windowsStarter = lines(
  [
    '@echo off',
    'setlocal',
    'set "DUBAN_FOLDER=%~dp0."',
    'set "PATH=%~dp0bin;%PATH%"',
    'if "%~1"=="" goto window',
    'if not "%~2"=="" goto typed',
    'if exist "%~1\\" goto dropped',
    ':typed',
    '"%~dp0bin\\node.exe" "%~dp0app\\dist\\cli.js" %*',
    'exit /b %errorlevel%',
    ':dropped',
    'chcp 65001 >nul',
    '"%~dp0bin\\node.exe" "%~dp0app\\dist\\cli.js" open "%~1\\." --lang zh',
    'if not "%errorlevel%"=="0" pause',
    'exit /b',
    ':window',
    'chcp 65001 >nul',
    '"%~dp0bin\\node.exe" "%~dp0app\\dist\\cli.js" open --lang zh',
    'if not "%errorlevel%"=="0" pause',
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
    'here=$(CDPATH= cd -- "$here" && pwd) || exit 2',
    'DUBAN_FOLDER=$here',
    'PATH=$here/bin:${PATH:-/usr/local/bin:/usr/bin:/bin}',
    'export DUBAN_FOLDER PATH',
    'case "$#$1" in',
    '  0) exec "$here/bin/node" "$here/app/dist/cli.js" open --lang zh ;;',
    '  1/*) if [ -d "$1" ]; then exec "$here/bin/node" "$here/app/dist/cli.js" open "$1" --lang zh; fi ;;',
    'esac',
    'exec "$here/bin/node" "$here/app/dist/cli.js" "$@"',
  ],
  '\n',
);

/** `bin/duban`, for that window and for those who put the folder bin into their PATH. */
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
