package icc.lod.linking;

import java.util.List;

/**
 * What was looked up, for people. Public, for the template engine reads it.
 *
 * @param text what the form holds
 * @param forms the same as data
 */
public record LookupPage(String text, List<Answer> answers, List<Form> forms) {
  public LookupPage {
    answers = List.copyOf(answers);
    forms = List.copyOf(forms);
  }

  /** The same as data. */
  public record Form(String href, String name, String mediaType) {}
}
