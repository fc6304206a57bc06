package io.gradsheet.cli;

/** What went wrong with one template of several. */
final class TemplateFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String template;
    private final RuntimeException reason;

    TemplateFailure(String template, RuntimeException reason) {
        super(reason);
        this.template = template;
        this.reason = reason;
    }

    String template() {
        return template;
    }

    RuntimeException reason() {
        return reason;
    }
}
