import babel from '@rolldown/plugin-babel';

/** `t`, `plural` and `<Trans>` become calls with the English sentence in them, so that English needs no catalog. */
export const macros = () =>
  babel({
    presets: [
      {
        preset: { plugins: [['@lingui/babel-plugin-lingui-macro', { stripMessageField: false }]] },
        rolldown: { filter: { code: /from '@lingui\/(core|react)\/macro'/ } },
      },
    ],
  });
