package io.gradsheet.template;

/** A template, a setting or a data file is wrong. The message is one complete sentence: where, what, and what to do. */
public final class TemplateException extends RuntimeException {
    TemplateException(String message) {
        super(message);
    }
}
