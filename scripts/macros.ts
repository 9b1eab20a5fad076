import { transformAsync, type NodePath, type PluginObj, type types as BabelTypes } from '@babel/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

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
export const macros = (): Plugin => ({
  name: 'macros',
  enforce: 'pre',
  transform: {
    // Only files that use them are parsed.
    filter: {
      id: { include: /\.tsx?(\?|$)/, exclude: /node_modules/ },
      code: /from '@lingui\/(core|react)\/macro'/,
    },
    async handler(code, id) {
      const [filename = id] = id.split('?');
      const result = await transformAsync(code, {
        filename,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: filename.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'] },
        plugins: [['@lingui/babel-plugin-lingui-macro', { stripMessageField: false }], compiledMessages],
      });
      return result?.code ? { code: result.code, map: result.map ?? null } : null;
    },
  },
});
