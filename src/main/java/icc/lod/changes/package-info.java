@NullMarked
package icc.lod.changes;

import org.jspecify.annotations.NullMarked;
