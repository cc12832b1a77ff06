package icc.lod.store.sorted;

/** Tells whether the values of a pattern's variables may stay as they are at the moment. */
interface Condition {
  boolean holds();
}
