-- What was signed is never rewritten.
create trigger signed_word_append_only before update, delete on signed_word
    for each row call 'org.sceau.registry.infrastructure.persistence.h2.AppendOnly';
