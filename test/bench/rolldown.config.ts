/** The bundle with its maps, to be looked at and not to be run: where each function of the program comes from. */
import type { Plugin, RolldownOptions } from 'rolldown';
import delivered from '../../src/bundle/rolldown.config.ts';

const { plugins, ...others } = delivered as RolldownOptions & { readonly plugins: readonly Plugin[] };

// Maps are of the text before its characters are escaped.
export default { ...others, plugins: plugins.filter(({ name }) => name !== 'launchers' && name !== 'compiled-code') };
