/** Where one is, as the address says it: `#review/<matter>`, `#register`. Pure, so that Back and reload work. */
export type Screen = 'register' | 'review' | 'opinion' | 'rules';

export const screens: readonly Screen[] = ['register', 'review', 'opinion', 'rules'];

/** Screens that show one matter; the others keep it only as what was looked at last. */
export function showsMatter(screen: Screen): boolean {
  return screen === 'review' || screen === 'opinion';
}

export type Place = Readonly<{ screen: Screen; matter: string | null }>;

export function formatPlace(place: Place): string {
  return place.matter === null || !showsMatter(place.screen)
    ? `#${place.screen}`
    : `#${place.screen}/${encodeURIComponent(place.matter)}`;
}

/** Anything unknown is the register. */
export function parsePlace(hash: string): Place {
  const [screen, matter] = hash.replace(/^#/u, '').split('/');
  const known = screens.find((name) => name === screen);
  return { screen: known ?? 'register', matter: known && matter ? decode(matter) : null };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
