/**
 * Settings from one file, the environment and flags, turned into the features' own records.
 *
 * <p>Flags win over the environment, the environment over the file. All faults are reported at once
 * and an unknown key is a fault: a setting that is silently ignored is the kind of help nobody
 * needs at three in the morning. The records live with their features; only {@code app} and {@code
 * cli} import this package.
 */
@NullMarked
package icc.lod.config;

import org.jspecify.annotations.NullMarked;
