package icc.lod.view;

import icc.lod.view.Value.Literal;
import icc.lod.web.Pages;
import icc.lod.web.Visitor;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Literals as a visitor reads them; what does not parse is shown as it is written. */
public final class Literals {
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  private static final Set<String> NUMBERS =
      Set.of(
          "integer",
          "decimal",
          "int",
          "long",
          "short",
          "byte",
          "nonNegativeInteger",
          "positiveInteger",
          "unsignedInt",
          "unsignedLong",
          "double",
          "float");

  private final Pages pages;
  private final Visitor visitor;
  private final Locale locale;

  public Literals(Pages pages, Visitor visitor) {
    this.pages = pages;
    this.visitor = visitor;
    // Day before month, as everybody but one country writes it.
    this.locale =
        visitor.language().equals("en") ? Locale.UK : Locale.forLanguageTag(visitor.language());
  }

  public Literal literal(Node node) {
    String text = node.getLiteralLexicalForm();
    String datatype = node.getLiteralDatatypeURI();
    if (!node.getLiteralLanguage().isEmpty()) {
      return new Literal(Text.of(node, visitor.language()), "", "", "");
    }
    String type = datatype.startsWith(XSD) ? datatype.substring(XSD.length()) : "";
    if (type.equals("string")) {
      return new Literal(Text.plain(text), "", "", "");
    }
    if (type.equals("anyURI") && text.matches("https?://[^\\s\"<>]+")) {
      return new Literal(Text.plain(text), "", text, "");
    }
    try {
      String shown = shown(type, text);
      if (!shown.isEmpty()) {
        boolean time = !NUMBERS.contains(type) && !type.equals("boolean");
        return new Literal(Text.plain(shown), time ? text : "", "", "");
      }
    } catch (DateTimeException | NumberFormatException e) {
      return new Literal(Text.plain(text), "", "", datatype);
    }
    return new Literal(Text.plain(text), "", "", datatype);
  }

  /** In the visitor's way of writing; empty for types that have none. */
  private String shown(String type, String text) {
    if (NUMBERS.contains(type)) {
      return number(text);
    }
    return switch (type) {
      case "boolean" ->
          pages.text(visitor, text.equals("true") || text.equals("1") ? "value.yes" : "value.no");
      case "date" -> LocalDate.parse(text).format(localized(FormatStyle.LONG));
      case "gYearMonth" ->
          YearMonth.parse(text).format(DateTimeFormatter.ofPattern("LLLL yyyy", locale));
      case "gYear" -> Integer.toString(Year.parse(text).getValue());
      case "dateTime", "dateTimeStamp" ->
          OffsetDateTime.parse(text)
              .format(
                  DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM)
                      .withLocale(locale)
                      .withZone(OffsetDateTime.parse(text).getOffset()));
      default -> "";
    };
  }

  private DateTimeFormatter localized(FormatStyle style) {
    return DateTimeFormatter.ofLocalizedDate(style).withLocale(locale);
  }

  private String number(String text) {
    BigDecimal value = new BigDecimal(text);
    if (value.precision() > 30 || Math.abs(value.scale()) > 15) {
      return text;
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(Math.max(0, value.scale()));
    format.setMaximumFractionDigits(Math.max(0, value.scale()));
    return format.format(value);
  }
}
