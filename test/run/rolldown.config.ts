/** The program as it is delivered, and beside it `main` for who asks it from within a process. */
import type { InputOptions, RolldownOptions } from 'rolldown';
import delivered from '../../src/bundle/rolldown.config.ts';

// What `defineConfig` was given there.
const { input, ...others } = delivered as RolldownOptions;
const named = input as Extract<InputOptions['input'], Record<string, string>>;

export default { ...others, input: { ...named, main: 'src/cli/main.ts' } };
