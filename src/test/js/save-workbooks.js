// Opens workbooks with SheetJS and saves each, under its name, in the folder given first.
const path = require('path');
const xlsx = require('xlsx');

const [folder, ...files] = process.argv.slice(2);
for (const file of files) {
    xlsx.writeFile(xlsx.readFile(file), path.join(folder, path.basename(file)));
}
