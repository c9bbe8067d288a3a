package org.sceau.registry.infrastructure.mail;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.notifying.Mail;

/** What a mail says in words. The subject is seen by whoever sees the screen of a telephone: it does not even say which kinds there are. */
final class MailWords {
    private static final String BUNDLE = "org.sceau.registry.infrastructure.mail.mail";
    private static final String DESK = "/desk/notifications";
    private static final int LONGEST_NAME = 40;

    private final Operator operator;
    private final Language language;
    private final ResourceBundle texts;

    MailWords(Operator operator, Language language) {
        this.operator = operator;
        this.language = language;
        this.texts = ResourceBundle.getBundle(BUNDLE, language.locale(), MailWords.class.getClassLoader());
    }

    /** One line, whatever the operator file says. */
    String subject(Mail mail) {
        String name = operator.shortName().in(language.locale()).replaceAll("\\p{Cntrl}+", " ");
        return say("subject", name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name, mail.count());
    }

    String body(Mail mail) {
        StringBuilder body = new StringBuilder(say("hello")).append("\n\n");
        body.append(say("there-is", operator.tagline().in(language.locale()))).append("\n\n");
        mail.lines()
                .forEach(line -> body.append("– ")
                        .append(line.kind().in(language.locale()))
                        .append(line.count() > 1 ? say("count", line.count()) : "")
                        .append('\n'));
        body.append('\n')
                .append(say("read"))
                .append('\n')
                .append(operator.publicUrl())
                .append(operator.languages().address(language, DESK))
                .append("\n\n")
                .append(say("why"))
                .append("\n\n-- \n")
                .append(operator.name().in(language.locale()))
                .append('\n');
        return body.toString();
    }

    private String say(String key, Object... parts) {
        return new MessageFormat(texts.getString(key), language.locale()).format(parts);
    }
}
