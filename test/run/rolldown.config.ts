/** The program as it is delivered, and beside it `main` for who asks it from within a process. */
import type { InputOptions, Plugin, RolldownOptions } from 'rolldown';
import delivered from '../../src/bundle/rolldown.config.ts';

// What `defineConfig` was given there.
const { input, plugins, ...others } = delivered as RolldownOptions & { readonly plugins: readonly Plugin[] };
const named = input as Extract<InputOptions['input'], Record<string, string>>;

export default {
  ...others,
  // The first test that starts the program keeps its code.
  plugins: plugins.filter(({ name }) => name !== 'compiled-code'),
  input: { ...named, main: 'src/cli/main.ts' },
};
