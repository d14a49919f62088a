/**
 * Owns: how much work a backtracking matcher can be driven to, given the positions of an expression.
 * Does not own: the syntax, the verdict (`pattern.ts`).
 * Why this shape: on a mismatch such a matcher has tried every path through the expression that
 * reads some beginning of the text. Paths can be counted without a text, so the answer is the same
 * in every engine and on every machine.
 */

/** One place in an expression that consumes a character; the first one stands for the start. */
export interface Position {
  /** What it matches, of the characters that tell this expression's sets apart. */
  readonly characters: ReadonlySet<string>;
  /** Where a path goes from here, and in how many ways. */
  readonly next: Map<Position, number>;
  /**
   * Number of the outermost loop around it, or its own number outside of loops. A path stays in a
   * block or goes on to a higher one.
   */
  block: number;
}

type Relation = ReadonlyMap<Position, ReadonlySet<Position>>;

/** Most steps between positions that are looked into: the time that takes grows by their square. */
const STEP_LIMIT = 1000;

/** Upper bound of the attempts per character of a text of this length; infinite if exponential. */
export function countAttempts(positions: readonly Position[], length: number): number {
  if (positions.reduce((sum, {next}) => sum + next.size, 0) > STEP_LIMIT) return Infinity;
  const meets: Relation = new Map(
    positions.map((a) => [
      a,
      new Set(positions.filter((b) => [...a.characters].some((c) => b.characters.has(c)))),
    ]),
  );
  if (hasForkInLoop(positions, meets)) return Infinity;

  const alive = aliveTogether(positions, meets, () => true);
  // How many paths can be in a block, at one of its positions, after the same text.
  const paths = new Map([[0, 1]]);
  const pathsTo = ({block}: Position) => paths.get(block) ?? 1;
  for (const block of new Set(positions.slice(1).map((position) => position.block))) {
    const entrances = positions
      .filter((from) => from.block < block)
      .map((from) => [from, pathsTo(from) * ways(from, (to) => to.block === block)] as const)
      .filter(([, count]) => count > 0);
    paths.set(block, peak(entrances, alive) * entranceTimes(block, alive, meets, length));
  }
  return peak(
    positions.map((from) => [from, pathsTo(from) * ways(from, () => true)]),
    alive,
  );
}

/** Whether some text leads from a position of a loop back to it in two ways: they double each turn. */
function hasForkInLoop(positions: readonly Position[], meets: Relation): boolean {
  const alive = aliveTogether(positions, meets, (from, to) => from.block === to.block);
  for (const [a, others] of alive) {
    for (const b of others) {
      for (const [to, count] of a.next) {
        if (to.block === a.block && (a === b ? count > 1 : b.next.has(to))) return true;
      }
    }
  }
  return false;
}

/**
 * At how many different times paths that end up together can have entered a block. Without a loop
 * no two can. The path that enters last is outside while the first is inside: if both can go round
 * meanwhile that lasts as long as the text, else each such pair of positions is passed once.
 */
function entranceTimes(block: number, alive: Relation, meets: Relation, length: number): number {
  let times = 1;
  let joins = false;
  for (const [inside, others] of alive) {
    if (inside.block !== block) continue;
    for (const outside of others) {
      if (outside.block >= block) continue;
      times += 1;
      for (const to of inside.next.keys()) {
        if (to.block !== block) continue;
        for (const other of outside.next.keys()) {
          if (!meets.get(to)?.has(other)) continue;
          if (other.block === block) joins = true;
          else if (other.block === outside.block) times = length;
        }
      }
    }
  }
  return joins ? Math.min(times, length) : 1;
}

/** Which positions one text can reach from a common position, along the permitted steps. */
function aliveTogether(
  positions: readonly Position[],
  meets: Relation,
  permits: (from: Position, to: Position) => boolean,
): Relation {
  const alive = new Map(positions.map((position) => [position, new Set([position])]));
  const queue = positions.map((position): [Position, Position] => [position, position]);
  for (const [a, b] of queue) {
    for (const toA of a.next.keys()) {
      if (!permits(a, toA)) continue;
      for (const toB of b.next.keys()) {
        const others = alive.get(toA);
        if (!permits(b, toB) || !meets.get(toA)?.has(toB) || !others || others.has(toB)) continue;
        others.add(toB);
        queue.push([toA, toB]);
      }
    }
  }
  return alive;
}

/** The most that positions alive at the same time can add up to: no more than one's company. */
function peak(weights: readonly (readonly [Position, number])[], alive: Relation): number {
  const company = weights.map(([a]) =>
    weights.reduce((sum, [b, weight]) => (alive.get(a)?.has(b) ? sum + weight : sum), 0),
  );
  return Math.max(0, ...company);
}

function ways(from: Position, permits: (to: Position) => boolean): number {
  return [...from.next].reduce((sum, [to, count]) => (permits(to) ? sum + count : sum), 0);
}
