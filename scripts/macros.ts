import type { NodePath, PluginObj, types as BabelTypes } from '@babel/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import babel from '@rolldown/plugin-babel';

/**
 * Compiles the English sentences in the code, so that no page has to bring the compiler along (9 KB of the first load).
 * A sentence without placeholders stays a string.
 */
const compiledMessages = ({ types: t }: { types: typeof BabelTypes }): PluginObj => {
  const compiled = (message: string) => {
    const tokens = compileMessage(message);
    return typeof tokens === 'string' || tokens.every((token) => typeof token === 'string') ? null : tokens;
  };
  return {
    visitor: {
      Program: {
        // By then the macros have become calls.
        exit: (program: NodePath<BabelTypes.Program>) =>
          program.traverse({
            ObjectProperty({ node, parent }) {
              if (!t.isIdentifier(node.key, { name: 'message' }) || !t.isStringLiteral(node.value)) return;
              if (!parent.leadingComments?.some(({ value }) => value === 'i18n')) return;
              const tokens = compiled(node.value.value);
              if (tokens) node.value = t.valueToNode(tokens);
            },
          }),
      },
    },
  };
};

/** `t`, `plural` and `<Trans>` become calls with the English sentence in them, so that English needs no catalog. */
export const macros = () =>
  babel({
    presets: [
      {
        preset: {
          plugins: [['@lingui/babel-plugin-lingui-macro', { stripMessageField: false }], compiledMessages],
        },
        rolldown: { filter: { code: /from '@lingui\/(core|react)\/macro'/ } },
      },
    ],
  });
