import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { Note } from '../ui/layout/Note';
import { i18n } from '../core/language';
import { useLab, useLabState } from './context';
import { languages } from './language';
import { changeLanguageNow, chooseLanguage, underWay, type UnderWay } from './languageChange';

/** Another language was chosen, and loading the page in it would lose something now. */
export function LanguageNotice() {
  const lab = useLab();
  const next = useLabState((s) => s.nextLanguage);
  const busy = useLabState(underWay);
  useEffect(() => {
    if (next !== null && busy === null) void chooseLanguage(lab, next.id);
  }, [lab, next, busy]);
  if (next === null) return null;
  const now = languages.find(({ id }) => id === i18n.locale)?.name ?? i18n.locale;
  const keepWords = t`Keep ${now}`;
  const name = languages.find(({ id }) => id === next.id)?.name ?? next.id;
  return (
    <Note>
      <div className="lab-row">
        <span>{waitWords(name, busy, next.isKept)}</span>
        <Button variant="default" size="compact-md" onClick={() => void changeLanguageNow(lab, next.id)}>
          {busy === null ? <Trans>Change now</Trans> : <Trans>End it and change now</Trans>}
        </Button>
        <Button variant="default" size="compact-md" onClick={() => lab.store.setState({ nextLanguage: null })}>
          {keepWords}
        </Button>
      </div>
    </Note>
  );
}

function waitWords(name: string, busy: UnderWay | null, isKept: boolean): string {
  switch (busy) {
    case 'training':
      return t`A training is under way. The page changes to ${name} when it is over.`;
    case 'study':
      return t`An experiment is under way. The page changes to ${name} when it is over.`;
    case 'pictures':
      return t`Files are being read or written. The page changes to ${name} when that is over.`;
    case null:
      return isKept
        ? t`The page is loaded anew in ${name}. What stations 5 and 6 found for all rates and for transfer is not kept across that; everything else is.`
        : t`The page is loaded anew in ${name}, and this browser does not keep this project across that: save it as a file before.`;
    default:
      return busy satisfies never;
  }
}
