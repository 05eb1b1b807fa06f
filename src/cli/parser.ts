/** The command line as yargs is told of it: global options, and the list of commands. */
import yargs, { type Argv, type ArgumentsCamelCase } from 'yargs';
import { commandWords } from '../message/wording/commands.ts';
import type { Language } from '../message/wording/language.ts';
import { programVersion } from '../workspace/program.ts';
import { CannotRun, dateArgument, type Globals } from './command.ts';
import { commands, manualCommand } from './commands.ts';
import type { CommandOutcome } from './console.ts';

/** Tells how a command ended. */
export type End = (outcome: CommandOutcome, globals: Globals) => Promise<void>;

export function parserOf(args: readonly string[], language: Language, end: End): Argv<Globals> {
  const words = commandWords[language];
  const speaking = yargs(withHelp(args))
    .locale(language === 'zh' ? 'zh_CN' : 'en')
    .version(programVersion());
  const parser = withGlobals(speaking, language)
    .scriptName('duban')
    .usage(words.usage)
    // Its typings leave out that a text may have a singular and a plural.
    .updateStrings(words.yargs as unknown as Record<string, string>)
    .demandCommand(1, words.noCommand)
    .strict()
    .recommendCommands()
    .wrap(100)
    .exitProcess(false)
    .fail((text: string, cause: Error | undefined) => {
      throw cause ?? new CannotRun(text);
    });
  withoutHelpOfFailures(parser);
  return withCommands(parser, language, end);
}

/** yargs makes the help text of each command that runs, for the case that it fails: a twentieth of a short run. Our failures print none. */
function withoutHelpOfFailures(parser: Argv<Globals>): void {
  // Its typings leave its inner methods out.
  const { getInternalMethods } = parser as unknown as {
    getInternalMethods: () => { getUsageInstance: () => { cacheHelpMessage: () => void } };
  };
  getInternalMethods.call(parser).getUsageInstance().cacheHelpMessage = () => undefined;
}

/** `help` opens the manual, `help build` is `build --help`. */
function withHelp(args: readonly string[]): string[] {
  const [first, named, ...rest] = args;
  if (first !== 'help') return [...args];
  const isCommand = commands.some(({ name }) => name === named && name !== 'help');
  return isCommand ? [String(named), '--help', ...rest] : [manualCommand, ...args.slice(1)];
}

function withGlobals(parser: Argv, language: Language): Argv<Globals> {
  const words = commandWords[language];
  return parser
    .option('workspace', { alias: 'C', type: 'string', default: '.', describe: words.workspace, global: true })
    .option('date', {
      type: 'string',
      describe: words.date,
      coerce: (text: string) => dateArgument(text, language),
      global: true,
    })
    .option('json', { type: 'boolean', default: false, describe: words.json, global: true })
    .option('quiet', { type: 'boolean', default: false, describe: words.quiet, global: true })
    .option('lang', { choices: ['zh', 'en'] as const, default: language, describe: words.lang, global: true });
}

function withCommands(parser: Argv<Globals>, language: Language, end: End): Argv<Globals> {
  const words = commandWords[language];
  for (const { name, takes, load } of commands) {
    parser.command(
      name === 'help' ? [name, manualCommand] : `${name} ${takes}`.trimEnd(),
      words[name],
      async (each) => (await load()).declare(each, words),
      async (parsed) => {
        // Every command has the global options.
        const globals = parsed as unknown as ArgumentsCamelCase<Globals>;
        refuseTwice(globals, language);
        await end(await (await load()).run(globals), globals);
      },
    );
  }
  return parser;
}

/** What takes one value and is given twice becomes a list in yargs; which of the two was meant nobody knows. */
function refuseTwice(parsed: Readonly<Record<string, unknown>>, language: Language): void {
  const twice = Object.entries(parsed).find(([name, value]) => Array.isArray(value) && name !== '_' && name !== 'only');
  if (twice !== undefined) throw new CannotRun(commandWords[language].givenTwice(twice[0]));
}
