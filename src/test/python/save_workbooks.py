"""Opens workbooks with openpyxl and saves each, under its name, in the folder given first."""

import os
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")  # It says of all that it does not keep that it does not.
folder, *files = sys.argv[1:]
for file in files:
    openpyxl.load_workbook(file).save(os.path.join(folder, os.path.basename(file)))
