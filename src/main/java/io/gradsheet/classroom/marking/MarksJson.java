package io.gradsheet.classroom.marking;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.gradsheet.classroom.Blank;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Marks as JSON for our own use. Records are written and read by their components, so that a new one needs no word here; what is said
 * here are the values that they are made of. Left out is what only the returned file itself is needed for, and what an answer shares
 * with its task, see {@link Marked#joined}.
 */
final class MarksJson {
    private MarksJson() {}

    @JsonIgnoreProperties({"task", "blank"})
    private interface OfAnswer {}

    @JsonIgnoreProperties("numbers")
    private interface OfBlank {}

    @JsonIgnoreProperties("places")
    private interface OfMarked {}

    @JsonIgnoreProperties("file")
    private interface OfReturnedFile {}

    static ObjectMapper mapper() {
        var values = new SimpleModule()
                .addDeserializer(String.class, new TextReader())
                .addSerializer(text(Address.class, MarksJson::written))
                .addDeserializer(Address.class, new AddressReader())
                .addKeySerializer(Address.class, key(Address.class, MarksJson::written))
                .addKeyDeserializer(Address.class, new AddressKey())
                .addSerializer(text(Instant.class, Instant::toString))
                .addDeserializer(Instant.class, read(Instant.class, Instant::parse))
                .addSerializer(new ValueWriter())
                .addDeserializer(Value.class, new ValueReader())
                .addSerializer(new ComputedWriter())
                .addDeserializer(Cell.Computed.class, new ComputedReader());
        return new ObjectMapper()
                .setVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                .setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                .registerModules(new Jdk8Module(), values)
                .addMixIn(Answer.class, OfAnswer.class)
                .addMixIn(Blank.class, OfBlank.class)
                .addMixIn(Marked.class, OfMarked.class)
                .addMixIn(ReturnedFile.class, OfReturnedFile.class);
    }

    /** Sheet, row and column, both from 0. */
    private static String written(Address address) {
        return address.sheet() + "!" + address.row() + "," + address.column();
    }

    private static Address address(String written) {
        // A sheet may have any name, but this is the last exclamation mark there is.
        var sheet = written.lastIndexOf('!');
        var row = written.lastIndexOf(',');
        return new Address(
                written.substring(0, sheet),
                Integer.parseInt(written.substring(sheet + 1, row)),
                Integer.parseInt(written.substring(row + 1)));
    }

    private static final class AddressKey extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return address(key);
        }
    }

    private static <T> StdSerializer<T> text(Class<T> type, Function<T, String> writing) {
        return new StdSerializer<>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(writing.apply(value));
            }
        };
    }

    private static <T> StdSerializer<T> key(Class<T> type, Function<T, String> writing) {
        return new StdSerializer<>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeFieldName(writing.apply(value));
            }
        };
    }

    /** Keeps once what a large class has a hundred thousand times: titles, symbols, the formulas that everybody writes. */
    private static final class TextReader extends StdDeserializer<String> {
        private static final long serialVersionUID = 1L;

        /** Of more different ones, most are somebody's own. */
        private static final int MOST = 100_000;

        private final transient Map<String, String> kept = new HashMap<>();

        private TextReader() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
            var text = StringDeserializer.instance.deserialize(in, context);
            if (text == null || (kept.size() == MOST && !kept.containsKey(text))) {
                return text;
            }
            return kept.computeIfAbsent(text, key -> key);
        }
    }

    /** Keeps each once, as {@link TextReader} does. */
    private static final class AddressReader extends StdDeserializer<Address> {
        private static final long serialVersionUID = 1L;

        private final transient Map<String, Address> kept = new HashMap<>();

        private AddressReader() {
            super(Address.class);
        }

        @Override
        public Address deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return kept.computeIfAbsent(in.getValueAsString(), MarksJson::address);
        }
    }

    private static <T> StdDeserializer<T> read(Class<T> type, Function<String, T> reading) {
        return new StdDeserializer<>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return reading.apply(in.getValueAsString());
            }
        };
    }

    /** A number, a text, a truth value or nothing as JSON has it; an error as a list of one. */
    private static final class ValueWriter extends StdSerializer<Value> {
        private static final long serialVersionUID = 1L;

        private ValueWriter() {
            super(Value.class);
        }

        @Override
        public void serialize(Value value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (value instanceof Value.Figure figure) {
                out.writeNumber(figure.number());
            } else if (value instanceof Value.Text text) {
                out.writeString(text.text());
            } else if (value instanceof Value.Truth truth) {
                out.writeBoolean(truth.truth());
            } else if (value instanceof Value.Failure failure) {
                out.writeArray(new String[] {failure.code()}, 0, 1);
            } else {
                out.writeNull();
            }
        }
    }

    private static final class ValueReader extends StdDeserializer<Value> {
        private static final long serialVersionUID = 1L;

        private ValueReader() {
            super(Value.class);
        }

        @Override
        public Value getNullValue(DeserializationContext context) {
            return Value.NOTHING;
        }

        @Override
        public Value deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return switch (in.currentToken()) {
                case VALUE_STRING -> Value.of(in.getText());
                case VALUE_TRUE, VALUE_FALSE -> new Value.Truth(in.getBooleanValue());
                case START_ARRAY -> {
                    var code = in.nextTextValue();
                    in.nextToken();
                    yield new Value.Failure(code);
                }
                default -> Value.of(in.getDoubleValue());
            };
        }
    }

    /** Of what is right, the number: formulas are not looked at once answers are judged. */
    private static final class ComputedWriter extends StdSerializer<Cell.Computed> {
        private static final long serialVersionUID = 1L;

        private ComputedWriter() {
            super(Cell.Computed.class);
        }

        @Override
        public void serialize(Cell.Computed cell, JsonGenerator out, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(cell.value(), out);
        }
    }

    private static final class ComputedReader extends StdDeserializer<Cell.Computed> {
        private static final long serialVersionUID = 1L;
        private static final Formula NONE = Formula.quoted("");

        private ComputedReader() {
            super(Cell.Computed.class);
        }

        @Override
        public Cell.Computed deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return new Cell.Computed(NONE, context.readValue(in, Value.class), Role.VALUE);
        }
    }
}
