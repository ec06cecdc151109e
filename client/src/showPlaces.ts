import { commands, Location, Position, Range, Uri } from 'vscode';

interface PlaceInText {
  readonly line: number;
  readonly character: number;
}

interface LocationInText {
  readonly uri: string;
  readonly range: { readonly start: PlaceInText; readonly end: PlaceInText };
}

/** Lists places of the text below the line of a lens. They come as the server gives them to the lens. */
export async function showPlaces(
  uri: string,
  position: PlaceInText,
  locations: readonly LocationInText[],
): Promise<void> {
  await commands.executeCommand(
    'editor.action.peekLocations',
    Uri.parse(uri),
    positionOf(position),
    locations.map(
      ({ uri: at, range }) => new Location(Uri.parse(at), new Range(positionOf(range.start), positionOf(range.end))),
    ),
    'peek',
  );
}

function positionOf({ line, character }: PlaceInText): Position {
  return new Position(line, character);
}
