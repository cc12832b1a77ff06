package icc.lod.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was made of a release by those who read it, kept as long as the release is open and not
 * longer: how many releases are open bounds the memory of all that is made of them. Thread-safe.
 */
public final class ReleaseValues {
  private static final class Slot {
    volatile @Nullable Object value;
  }

  private final Map<Object, Slot> slots = new ConcurrentHashMap<>();

  ReleaseValues() {}

  /**
   * A value, if it is made already.
   *
   * @param key whoever makes it: only values of one type go under it
   */
  @SuppressWarnings("unchecked")
  public <T> Optional<T> find(Object key) {
    Slot slot = slots.get(key);
    return slot == null ? Optional.empty() : Optional.ofNullable((T) slot.value);
  }

  /** A value, made by the first who needs it while others wait. */
  @SuppressWarnings("unchecked")
  public <T> T make(Object key, Supplier<T> making) {
    Slot slot = slots.computeIfAbsent(key, k -> new Slot());
    Object known = slot.value;
    if (known != null) {
      return (T) known;
    }
    synchronized (slot) {
      known = slot.value;
      if (known != null) {
        return (T) known;
      }
      T made = making.get();
      slot.value = made;
      return made;
    }
  }
}
