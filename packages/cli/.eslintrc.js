module.exports = require('../../scripts/arrows')(__dirname);
