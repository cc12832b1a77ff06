package icc.lod.proof;

import java.io.IOException;

/** Finds out whether a claim about a release is true. */
@FunctionalInterface
interface Check {
  Result run(Evidence evidence) throws IOException;
}
