import { useOffline } from './offlineStore';

/** An event of Chromium: the browser would install the page, if it is asked after a press. */
interface InstallOffer extends Event {
  readonly prompt: () => Promise<unknown>;
}

/** Listens for the browser's offer, which can come before anything else of this folder is there. */
export function offerInstalling(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    // The event's type is known by its name alone.
    const offer = event as InstallOffer;
    useOffline.setState({
      install: () => {
        useOffline.setState({ install: null });
        void offer.prompt().catch(() => undefined);
      },
    });
  });
  window.addEventListener('appinstalled', () => useOffline.setState({ install: null }));
}
