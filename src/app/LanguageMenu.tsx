import { IconLanguage } from '@tabler/icons-react';
import { i18n } from '../core/language';
import { MenuButton } from '../ui/layout/MenuButton';
import { useLab } from './context';
import { languages } from './language';
import { chooseLanguage } from './languageChange';
import { useMenuTrouble } from './useMenuTrouble';

/** Every language by its own name. Its own is in all of them, so that it is found by who cannot read the page. */
export function LanguageMenu() {
  const lab = useLab();
  const onError = useMenuTrouble();
  const entries = languages.map(({ id, name }) => ({ id, name, lang: id, isCurrent: id === i18n.locale }));
  return (
    <MenuButton
      isIcon
      icon={<IconLanguage size={20} aria-hidden />}
      label="Language / Idioma"
      groups={[{ title: null, entries }]}
      onChoose={(id) => {
        const chosen = languages.find((language) => language.id === id);
        if (chosen && chosen.id !== i18n.locale) void chooseLanguage(lab, chosen.id);
      }}
      onError={onError}
    />
  );
}
