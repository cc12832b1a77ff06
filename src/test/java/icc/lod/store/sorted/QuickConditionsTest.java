package icc.lod.store.sorted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class QuickConditionsTest {
  @Test
  void containsLowered_everyLetter_isAsOfTheTextInLowerCase() {
    for (int letter = 1; letter <= Character.MAX_VALUE; letter++) {
      String text = "x" + (char) letter + "y";
      String lowered = text.toLowerCase(Locale.ROOT);
      for (String wanted : new String[] {lowered, "k", "i", "y", "xk", "iy"}) {
        assertThat(QuickConditions.containsLowered(text, wanted))
            .as("%s in U+%04X", wanted, letter)
            .isEqualTo(lowered.contains(wanted));
      }
    }
  }

  @Test
  void containsLowered_randomTexts_isAsOfTheTextInLowerCase() {
    Random random = new Random(4);
    String letters = "aAbBkK\u212AiI\u0130éЖж ";
    for (int i = 0; i < 20_000; i++) {
      String text = some(random, letters, 12);
      String wanted = some(random, letters, 3);
      assertThat(QuickConditions.containsLowered(text, wanted))
          .as("%s in %s", wanted, text)
          .isEqualTo(text.toLowerCase(Locale.ROOT).contains(wanted));
    }
  }

  private static String some(Random random, String letters, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
