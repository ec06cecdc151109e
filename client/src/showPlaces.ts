import { commands, Location, Uri } from 'vscode';
import type { Place } from '../../server/src/protocol.ts';
import { positionOf, rangeOf } from './places.ts';

interface LocationInText {
  readonly uri: string;
  readonly range: Place;
}

/** Lists places of the text below the line of a lens. They come as the server gives them to the lens. */
export async function showPlaces(
  uri: string,
  position: Place['start'],
  locations: readonly LocationInText[],
): Promise<void> {
  await commands.executeCommand(
    'editor.action.peekLocations',
    Uri.parse(uri),
    positionOf(position),
    locations.map(({ uri: at, range }) => new Location(Uri.parse(at), rangeOf(range))),
    'peek',
  );
}
