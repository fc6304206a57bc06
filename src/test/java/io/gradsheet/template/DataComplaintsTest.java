package io.gradsheet.template;

import static io.gradsheet.template.Points.RIGHT;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DataComplaintsTest {
    static List<Arguments> wrongData() {
        return List.of(
                arguments(
                        "",
                        "points.csv: there are no samples in this file; it must have a row of column names and rows of data"),
                arguments(
                        "\n\n",
                        "points.csv: there are no samples in this file; it must have a row of column names and rows of data"),
                arguments(
                        "x,y,place\n",
                        "points.csv: there are no samples in this file; it must have a row of column names and rows of data"),
                arguments("x;y;place\n1;2;in\n1; 2,5,5;in\n", "points.csv:3:4: y must be a number, but is '2,5,5'"),
                arguments("x\ty\tplace\n1\t2,5,\tin\n", "points.csv:2:3: y must be a number, but is '2,5,'"),
                arguments(
                        "x\ty\tplace\n1\t\tin\n",
                        "points.csv:2:3: y must be a number, but is empty; write it in, or say data.missing: skip or mean"),
                arguments(
                        "1,5;2;0\n3;4;1\n",
                        "points.csv:1:1: the first row must name the columns, but holds numbers; put a row such as x1,x2,label before, or say header: false"),
                arguments(
                        "1,2,0\n3,4,1\n",
                        "points.csv:1:1: the first row must name the columns, but holds numbers; put a row such as x1,x2,label before, or say header: false"),
                arguments(
                        "x,y,z,place\n1,2,3,in\n",
                        "points.csv:1:1: the file has 4 columns, but 3 are needed: the network's 2 inputs and the label; change the file or network.sizes, or list the columns in data.inputs"),
                arguments(
                        "\nx,y,place\n1,2,in\n\n1,2\n",
                        "points.csv:5:1: this row has 2 values, but the first row names 3 columns; make them as many"),
                arguments(
                        "# by hand\nx,y,place\n1,2,in\n",
                        "points.csv:2:1: this row has 3 values, but the first row names 1 column; make them as many, or write data.comments: \"#\" if lines that begin with # are no data"),
                arguments("x,y,place\r\n1,2,in\r\n1, two,in\r\n", "points.csv:3:4: y must be a number, but is 'two'"),
                arguments(
                        "x,y,place\n1,2,in\n1,,in\n",
                        "points.csv:3:3: y must be a number, but is empty; write it in, or say data.missing: skip or mean"),
                arguments(
                        "x,y,place\n1,NaN,in\n",
                        "points.csv:2:3: y must be a number, but is 'NaN'; write it in, or say data.missing: skip or mean"),
                arguments("x,y,place\n-1e400,1,in\n", "points.csv:2:1: x must be a finite number, but is '-1e400'"),
                arguments("x,y,place\n1,0x10,in\n", "points.csv:2:3: y must be a number, but is '0x10'"),
                arguments("x,y,place\n1,2,\n", "points.csv:2:5: the label is empty; write the name of a class"),
                arguments("x,y,place\n1,2,up\n", "points.csv:2:5: the label 'up' is none of data.classes: in, out"),
                arguments(
                        "x,y,\"the\n🙂, place\"\n1,\"2\",  up\n",
                        "points.csv:3:9: the label 'up' is none of data.classes: in, out"),
                arguments("x,y,place\n🙂,2,in\n", "points.csv:2:1: x must be a number, but is '🙂'"),
                arguments(
                        "x,y,place\n\"1\" , 3 ,in\n\"1\" , \"2,\"\"\",in\n",
                        "points.csv:3:7: y must be a number, but is '2,\"'"),
                arguments(
                        "x,y,place\n1,2,\"in\n1,2,out\n",
                        "points.csv:2:5: a quote is not closed, or text follows it; write the value without quotes"),
                arguments(
                        "x,y,place\n1,2,in\n1,\"2\"3,in\n",
                        "points.csv:3:3: a quote is not closed, or text follows it; write the value without quotes"),
                arguments(
                        "x,y,place\n1,2,\u001b[31m" + "long ".repeat(100) + "\n",
                        "points.csv:2:5: the label ' [31mlong long long long long long long long long long long …' is none of data.classes: in, out"));
    }

    @ParameterizedTest
    @MethodSource("wrongData")
    void complaintSaysWhereWhatAndWhatToDo(String csv, String message) {
        var template = RIGHT.csv(csv);

        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(template::read)
                .withMessage(message);
    }
}
