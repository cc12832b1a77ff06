package icc.lod.sparql;

/** Why a query was ended before it was done. */
enum StopReason {
  /** It took longer than it may. */
  TIME,
  /** It worked longer than it may, whatever the clock says. */
  CPU,
  /** It asked for more memory, all in all, than it may. */
  MEMORY,
  /** It asked for most of the memory while the process was short of it. */
  HEAP,
  /** A text or a number in it grew beyond all use. */
  SIZE,
  /** It is a large one, and there is no place for more of them. */
  BUSY,
  /** Its client has no budget left. */
  BUDGET,
  /** Its client has gone. */
  CLIENT,
  /** The operator ended it. */
  OPERATOR
}
