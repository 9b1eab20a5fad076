import { t } from '@lingui/core/macro';
import { useLab } from './context';
import { messageOf } from './messages';

/** What is said where the code of a menu does not come: there is no room for a sentence in its place. */
export function useMenuTrouble(): (error: unknown) => void {
  const lab = useLab();
  return (error) => {
    const reason = messageOf(error);
    lab.store.setState({
      trouble: t`The menu could not be shown (${reason}). Your pictures and the training are untouched: try it again, or load the page again when the training has ended.`,
    });
  };
}
